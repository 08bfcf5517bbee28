// A police subgraph that answers one operation: the passage of the plate that was asked for. Each answer is written in
// two halves, so that killing this process tears some of them.
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const { variables } = JSON.parse(body);
    const [plateNo] = Object.values(variables);
    const answer = Buffer.from(JSON.stringify({ data: { _a0: { _a1: plateNo, _a2: 'x'.repeat(2_000) } } }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.write(answer.subarray(0, 25));
    setTimeout(() => response.end(answer.subarray(25)), 15);
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log(server.address().port));
