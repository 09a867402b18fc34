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

test('no address makes it throw', () => {
  const wild = fc
    .tuple(fc.webPath(), fc.string(), fc.string())
    .map(([path, query, hash]) => `https://console.aws.amazon.com${path}?${query}#${hash}`);
  fc.assert(
    fc.property(
      fc.oneof(wild, fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
      (href) => {
        expect(() => parseConsoleUrl(href)).not.toThrow();
      },
    ),
  );
});

test('the match patterns cover exactly the hosts that are read', () => {
  expect(consoleHosts).toEqual(Object.values(consoleSuffix).map((suffix) => `https://*.${suffix}/*`));
});
