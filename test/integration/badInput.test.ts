import assert from 'node:assert/strict';
import { closeEditors, hoverAt, openText, placeOf, stackDrill } from './support';

const queue = 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 5\n';

describe('bad input', () => {
  afterEach(closeEditors);

  const broken: readonly (readonly [name: string, text: string])[] = [
    ['half-typed', `${queue}  Other:\n    Type: AWS::S3::Buck\n    Properties:\n      Bucket: "unfinished\n`],
    ['with duplicate keys', `${queue}  Queue2:\n    Type: AWS::SQS::Queue\n    Type: AWS::SQS::Queue\n`],
    ['indented with tabs', `${queue}  Tabbed:\n\tType: AWS::S3::Bucket\n`],
    ['with unknown tags', `${queue}  Odd:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Nonsense x\n`],
    ['with CRLF', queue.replaceAll('\n', '\r\n')],
    ['with an alias that names nothing', `${queue}  Odd:\n    Type: AWS::S3::Bucket\n    Properties: *nothing\n`],
  ];
  for (const [name, text] of broken) {
    it(`shows the hints that can be read of a template ${name}`, async () => {
      const document = await openText(text);
      assert.match(await hoverAt(document, placeOf(document, 'DelaySeconds')), /15 minutes/);
    });
  }

  it('gives no hints in a file that is no template', async () => {
    const { templates } = await stackDrill();
    const document = await openText('services:\n  web:\n    image: nginx\n');
    assert.equal(await templates.read(document), undefined);
    assert.equal(await hoverAt(document, placeOf(document, 'image')), '');
  });

  it('leaves a file of 5 MB alone', async () => {
    const { templates } = await stackDrill();
    const document = await openText(`${queue}# ${'x'.repeat(5 * 1024 * 1024)}\n`);
    assert.equal(await templates.read(document), undefined);
  });
});
