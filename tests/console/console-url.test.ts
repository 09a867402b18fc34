import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consoleHosts, consoleSuffix, parseConsoleUrl } from '../../src/console/console-url.ts';

describe('hosts', () => {
  test.each([
    ['https://us-east-1.console.aws.amazon.com/lambda/home', 'aws', 'us-east-1', null],
    ['https://console.aws.amazon.com/lambda/home?region=eu-west-1', 'aws', 'eu-west-1', null],
    ['https://console.aws.amazon.com/iam/home', 'aws', null, null],
    ['https://s3.console.aws.amazon.com/s3/buckets?region=us-east-1', 'aws', 'us-east-1', null],
    [
      'https://111122223333-k3xq7a2b.us-east-1.console.aws.amazon.com/iam/home',
      'aws',
      'us-east-1',
      '111122223333-k3xq7a2b',
    ],
    [
      'https://111122223333-a1.ap-northeast-2.console.aws.amazon.com/iam/home',
      'aws',
      'ap-northeast-2',
      '111122223333-a1',
    ],
    ['https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/home', 'aws-us-gov', 'us-gov-west-1', null],
    [
      'https://console.amazonaws-us-gov.com/ec2/home?region=us-gov-east-1',
      'aws-us-gov',
      'us-gov-east-1',
      null,
    ],
    ['https://cn-north-1.console.amazonaws.cn/dynamodbv2/home', 'aws-cn', 'cn-north-1', null],
    ['https://eusc-de-east-1.console.amazonaws-eusc.eu/lambda/home', 'aws-eusc', 'eusc-de-east-1', null],
    ['https://support.console.aws.amazon.com/support/home', 'aws', null, null],
  ])('%s', (href, partition, region, session) => {
    expect(parseConsoleUrl(href)).toMatchObject({ partition, region, session });
  });

  test.each([
    'https://console.aws.amazon.com.evil.example/lambda/home',
    'https://evilconsole.aws.amazon.com/lambda/home',
    'https://console.aws.amazonaws.com/lambda/home',
    'https://us-east-1.console.amazonaws.com/lambda/home',
    'https://console.aws.amazon.com@evil.example/lambda/home',
    'https://user@console.aws.amazon.com/lambda/home',
    'https://user:secret@console.aws.amazon.com/lambda/home',
    'https://console.aws.amazon.com:8443/lambda/home',
    'http://console.aws.amazon.com/lambda/home',
    'https://signin.aws.amazon.com/console',
    'https://us-east-1.signin.aws.amazon.com/oauth?redirect_uri=https%3A%2F%2Fconsole.aws.amazon.com%2Flambda%2Fhome',
    'https://d-1234567890.awsapps.com/start/#/?tab=accounts',
    'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html',
    'https://aws-docs.example/?next=https://us-east-1.console.aws.amazon.com/ec2/home',
    'javascript:alert(1)',
    'about:blank',
    'not an address',
    '',
  ])('%s is no console', (href) => {
    expect(parseConsoleUrl(href)).toBeNull();
  });
});

describe('region', () => {
  test('the host names it before the query does', () => {
    expect(
      parseConsoleUrl('https://eu-west-1.console.aws.amazon.com/ec2/home?region=us-east-1')?.region,
    ).toBe('eu-west-1');
  });
  test.each([
    ['https://console.aws.amazon.com/codesuite/settings/111122223333/us-east-1/connections', 'us-east-1'],
    ['https://console.aws.amazon.com/s3/buckets/us-east-1', null],
    ['https://console.aws.amazon.com/ec2/home#Instances:region=eu-west-1', 'eu-west-1'],
    ['https://console.aws.amazon.com/s3/buckets/x?prefix=a&region=ap-south-1&tab=objects', 'ap-south-1'],
    ['https://us-gov-home.console.amazonaws-us-gov.com/console/home?region=us-gov-east-1', 'us-gov-east-1'],
  ])('%s: %s', (href, region) => {
    expect(parseConsoleUrl(href)?.region).toBe(region);
  });
  test('"global" is no Region', () => {
    expect(parseConsoleUrl('https://console.aws.amazon.com/wafv2/homev2?region=global')?.region).toBeNull();
  });
});

describe('routes', () => {
  const at = (rest: string) => parseConsoleUrl(`https://us-east-1.console.aws.amazon.com${rest}`);
  test.each([
    ['/lambda/home#/functions/resize?tab=code', ['functions', 'resize'], { tab: 'code' }],
    ['/lambda/home?region=us-east-1#/functions', ['functions'], { region: 'us-east-1' }],
    ['/ec2/home#Volumes:', ['Volumes'], {}],
    [
      '/ec2/home#Instances:instanceState=running;sort=desc:name',
      ['Instances'],
      { instanceState: 'running', sort: 'desc:name' },
    ],
    ['/ec2/home#VolumeDetails:volumeId=vol-1', ['VolumeDetails'], { volumeId: 'vol-1' }],
    [
      '/rds/home#database:id=aurora/prod;is-cluster=true',
      ['database'],
      { id: 'aurora/prod', 'is-cluster': 'true' },
    ],
    ['/cloudwatch/home#xray:traces/query', ['xray', 'traces', 'query'], {}],
    [
      '/cloudwatch/home#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fx',
      ['logsV2', 'log-groups', 'log-group', '/aws/lambda/x'],
      {},
    ],
    ['/dynamodbv2/home#table?name=orders&tab=indexes', ['table'], { name: 'orders', tab: 'indexes' }],
    ['/secretsmanager/home#!/listSecrets', ['listSecrets'], {}],
    [
      '/sqs/v3/home#/queues/https%3A%2F%2Fsqs.us-east-1.amazonaws.com%2F1%2Fq',
      ['queues', 'https://sqs.us-east-1.amazonaws.com/1/q'],
      {},
    ],
    ['/s3/buckets/reports?tab=objects', [], { tab: 'objects' }],
    [
      '/iam/home#/roles/details/ci?section=permissions',
      ['roles', 'details', 'ci'],
      { section: 'permissions' },
    ],
    ['/lambda/home#/functions/100%', ['functions', '100%'], {}],
    ['/lambda/home#!/functions', ['functions'], {}],
    ['/lambda/home#%2Ffunctions%2Fx', ['functions', 'x'], {}],
    ['/lambda/home#/functions/x?tab=code#', ['functions', 'x'], { tab: 'code' }],
    ['/lambda/home#/functions//x/', ['functions', 'x'], {}],
    ['/ec2/home#Instances;sort=name', ['Instances'], { sort: 'name' }],
    ['/ec2/home#LaunchInstanceWizard:ami=ami-1;', ['LaunchInstanceWizard'], { ami: 'ami-1' }],
    [
      "/cloudwatch/home#logsV2:logs-insights$3FqueryDetail$3D~(end~0~source~(~'*2faws*2flambda*2fx))",
      ['logsV2', 'logs-insights'],
      { queryDetail: "~(end~0~source~(~'*2faws*2flambda*2fx))" },
    ],
    ["/cloudwatch/home#alarmsV2:create?~(Page~'Preview)", ['alarmsV2', 'create'], { "~(Page~'Preview)": '' }],
    [
      '/cloudwatch/home#logEventViewer:group=/aws/lambda/x;stream=2026/11/21/[$LATEST]a',
      ['logEventViewer'],
      { group: '/aws/lambda/x', stream: '2026/11/21/[$LATEST]a' },
    ],
    [
      '/cloudwatch/home#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fx/log-events/2026$252F11$252F21$252F$255B$2524LATEST$255D0a',
      ['logsV2', 'log-groups', 'log-group', '/aws/lambda/x', 'log-events', '2026/11/21/[$LATEST]0a'],
      {},
    ],
    ['/opensearch/home#opensearch/domains/logs', ['opensearch', 'domains', 'logs'], {}],
    ['/lambda/home?region=us-east-1&state=hashArgs%23%2Ffunctions&isauthcode=true', ['functions'], {}],
  ])('%s', (rest, hash, params) => {
    expect(at(rest)).toMatchObject({ hash, params });
  });

  test('path segments are decoded after they are split', () => {
    expect(at('/systems-manager/parameters/%252Fapp%252Fdb/description')?.path).toEqual([
      'systems-manager',
      'parameters',
      '/app/db',
      'description',
    ]);
  });
  test('the route’s parameter wins over the query’s', () => {
    expect(at('/lambda/home?tab=a#/functions/x?tab=b')?.params.tab).toBe('b');
  });
});

describe('wild addresses', () => {
  const loneSurrogates = fc.string({
    unit: fc.integer({ min: 0xd700, max: 0xe100 }).map((at) => String.fromCharCode(at)),
  });
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    loneSurrogates,
    fc.string({
      unit: fc.constantFrom(
        '%',
        '$',
        '2',
        '5',
        'F',
        'f',
        '/',
        '?',
        '#',
        ':',
        ';',
        '=',
        '!',
        '~',
        '(',
        "'",
        '__proto__',
      ),
    }),
  );
  const wild = fc
    .tuple(fc.constantFrom('', 'us-east-1.', '111122223333-a1.eu-west-1.'), text, text, text)
    .map(([host, path, query, hash]) => `https://${host}console.aws.amazon.com/${path}?${query}#${hash}`);

  test('never make it throw, and everything it says is text', () => {
    fc.assert(
      fc.property(
        fc.oneof(wild, fc.webUrl({ withFragments: true, withQueryParameters: true }), text),
        (href) => {
          const url = parseConsoleUrl(href);
          for (const part of [
            ...(url?.path ?? []),
            ...(url?.hash ?? []),
            ...Object.values(url?.params ?? {}),
          ])
            expect(part).toBeTypeOf('string');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each(['/', 'a/', '%', '%25', '$25', ';a=', 'x:', '?', '~(', '\u{d800}', '#'])(
    'a route of 100 kB made of %j is read',
    (part) => {
      const hash = part.repeat(100_000 / part.length);
      expect(parseConsoleUrl(`https://console.aws.amazon.com/lambda/home#${hash}`)?.path).toEqual([
        'lambda',
        'home',
      ]);
    },
  );
});

test('the match patterns cover exactly the hosts that are read', () => {
  expect(consoleHosts).toEqual(Object.values(consoleSuffix).map((suffix) => `https://*.${suffix}/*`));
});
