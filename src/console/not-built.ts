import type { ConsoleFile } from './read-console-files.ts';

/** What stands in for a console that was not built. */
export const NOT_BUILT: ConsoleFile = {
  type: 'text/html; charset=utf-8',
  bytes: Buffer.from(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>Lukou 路口</title>
<h1>控制台尚未构建</h1>
<p>在 Lukou 的目录中执行以下命令，然后重新启动网关：</p>
<pre>npm ci
npm run build:console</pre>
<p>查询接口 <code>/graphql</code> 不受影响。</p>
<div lang="en">
<h1>The console is not built</h1>
<p>Run the two commands above in Lukou’s folder, then start the gateway again. Installing with
<code>--omit=dev</code> leaves out what the build needs. The endpoint <code>/graphql</code> is not affected.</p>
</div>
</html>
`),
};
