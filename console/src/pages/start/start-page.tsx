import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../i18n/index.ts';
import { useSignedIn } from '../../session/index.ts';
import { PageLink, usePages } from '../../shell/index.ts';
import { PageHead } from '../../ui/index.ts';
import './start.css';
import { startWords } from './words.ts';

/** What each role comes for: questions first, each a way to its answer, then the pages. */
export default function StartPage(): ReactNode {
  const words = useWords(startWords);
  const { language } = useLanguage();
  const { role } = useSignedIn();
  const all = usePages();
  const nowMs = Date.now();
  const pages = all.filter(
    ({ path, roles, isHidden }) => path !== '/' && isHidden !== true && roles.includes(role),
  );
  const questions = all.flatMap((page) => page.questions ?? []).filter(({ roles }) => roles.includes(role));
  return (
    <div className="page start">
      <PageHead title={words.title} about={words.about} />
      {questions.length > 0 && (
        <section className="stack" aria-labelledby="questions">
          <h2 id="questions">{words.questions}</h2>
          <ul className="start-questions">
            {questions.map(({ text, path, search }) => (
              <li key={text.en}>
                <PageLink to={path} search={typeof search === 'function' ? search(nowMs) : (search ?? {})}>
                  {text[language]}
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pages.length > 0 && (
        <section className="stack" aria-labelledby="pages">
          <h2 id="pages">{words.pages}</h2>
          <dl className="start-pages">
            {pages.map(({ path, title, about }) => (
              <div key={path}>
                <dt>
                  <PageLink to={path}>{title[language]}</PageLink>
                </dt>
                <dd>{about[language]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
