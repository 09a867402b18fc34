import { expect, test } from 'vitest';
import { consoleLink, nowhere, quotaLink } from '../../src/console/console-link.ts';
import { parseConsoleUrl } from '../../src/console/console-url.ts';

test.each([
  [
    'https://111122223333-k3xq7a2b.us-east-1.console.aws.amazon.com/iam/home',
    'https://111122223333-k3xq7a2b.us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/functions',
  ],
  [
    'https://cn-north-1.console.amazonaws.cn/ec2/home',
    'https://cn-north-1.console.amazonaws.cn/lambda/home?region=cn-north-1#/functions',
  ],
  [
    'https://console.aws.amazon.com/ec2/home?region=eu-west-1',
    'https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions',
  ],
  [
    'https://console.amazonaws-us-gov.com/iam/home',
    'https://console.amazonaws-us-gov.com/lambda/home#/functions',
  ],
])('a link on %s keeps partition, Region and session', (here, link) => {
  const place = parseConsoleUrl(here) ?? expect.unreachable(here);
  expect(consoleLink(place, '/lambda/home#/functions')).toBe(link);
});

test('a quota is linked in Service Quotas', () => {
  const place = { ...nowhere, region: 'us-east-1' };
  expect(quotaLink(place, { service: 'lambda', code: 'L-B99A9384' })).toBe(
    'https://us-east-1.console.aws.amazon.com/servicequotas/home/services/lambda/quotas/L-B99A9384?region=us-east-1',
  );
});
