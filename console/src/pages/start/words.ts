import { dictionary } from '../../i18n/index.ts';

export const startWords = dictionary(
  {
    title: '您想了解什么？',
    questions: '常见问题',
    pages: '全部页面',
    about: '控制台只使用公开的查询接口，以您本人的权限查询；每次查询都会记入披露日志。',
  },
  {
    title: 'What would you like to know?',
    questions: 'Questions',
    pages: 'All pages',
    about:
      'The console speaks the public endpoint alone, with your own rights. Every question is a record of the disclosure log.',
  },
);
