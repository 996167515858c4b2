import assert from 'node:assert/strict';
import { isAbsent, type Resource } from '../../../src/iac/model';
import { readText } from '../support';
import { plain, properties, unknown } from './plain';

const head = "import * as cdk from 'aws-cdk-lib';\nimport * as s3 from 'aws-cdk-lib/aws-s3';\nimport * as sqs from 'aws-cdk-lib/aws-sqs';\n";
const pythonHead = 'import aws_cdk as cdk\nfrom aws_cdk import aws_s3 as s3\n';

/** What the source does to its two buckets, an L2 and an L1. */
async function changed(change: string): Promise<{ bucket: Resource; cfn: Resource }> {
  const { resources } = await readText(
    `${head}const bucket = new s3.Bucket(this, 'B', { bucketName: 'b' });\nthis.cfn = new s3.CfnBucket(this, 'C', { bucketName: 'c' });\n${change}\n`,
  );
  return { bucket: resources[0]!, cfn: resources[1]! };
}

const status = 'VersioningConfiguration.Status';
const surelyAbsent = async (change: string): Promise<boolean[]> => {
  const { bucket, cfn } = await changed(change);
  return [isAbsent(bucket, status), isAbsent(cfn, status)];
};

describe('What a CDK app changes after it has made a construct', () => {
  it('leaves absence certain where it changes nothing', async () => {
    for (const change of [
      '',
      "// bucket.node.defaultChild.addPropertyOverride('A', 1)",
      ' * Aspects.of(this).add(new Setter())',
      'cdk.Aspects.of(this).add(new AwsSolutionsChecks({ verbose: true }));',
      "cdk.Tags.of(bucket).add('a', 'b');",
      "bucket.addLifecycleRule({ id: 'a' });",
      'if (this.cfn.versioningConfiguration == x) {}',
      'this.cfn.unheardOf = 1;',
      'other.versioningConfiguration = {};',
    ]) {
      assert.deepEqual(await surelyAbsent(change), [true, true], change);
    }
  });

  it('is open where the child of the construct is taken', async () => {
    for (const change of [
      'const child = bucket.node.defaultChild as s3.CfnBucket;',
      'const child = bucket!.node\n  .defaultChild as s3.CfnBucket;',
      '(bucket.node.defaultChild as s3.CfnBucket).versioningConfiguration = { status };',
      "bucket.node.findChild('Resource')",
      "bucket.node.tryFindChild('Resource')",
      'change(bucket.node.defaultChild);',
    ]) {
      assert.deepEqual(await surelyAbsent(change), [false, true], change);
    }
  });

  it('is not known where it is set on the child', async () => {
    for (const change of [
      "const child = bucket.node.defaultChild as s3.CfnBucket;\nchild.addPropertyOverride('BucketName', 'x');",
      "const child: s3.CfnBucket = <s3.CfnBucket>bucket.node.defaultChild;\nchild.bucketName = 'x';",
      "let child;\nchild = bucket.node.defaultChild;\nchild.addOverride('Properties.BucketName', 'x');",
    ]) {
      const { bucket, cfn } = await changed(change);
      assert.deepEqual(properties(bucket), { BucketName: unknown, '...': unknown }, change);
      assert.deepEqual(properties(cfn), { BucketName: 'c' }, change);
    }
  });

  it('is not known where an L1 construct is given it', async () => {
    for (const change of [
      "this.cfn.versioningConfiguration = { status: 'Enabled' };",
      "this.cfn.addPropertyOverride('VersioningConfiguration.Status', 'Enabled');",
      "this.cfn.addPropertyOverride(\n  'VersioningConfiguration', {});",
      "this.cfn.addOverride('Properties.VersioningConfiguration.Status', 'Enabled');",
      "this.cfn.addPropertyDeletionOverride('VersioningConfiguration.Status');",
      "this.cfn.addDeletionOverride('Properties.VersioningConfiguration');",
    ]) {
      const { bucket, cfn } = await changed(change);
      assert.deepEqual([isAbsent(bucket, status), isAbsent(cfn, status)], [true, false], change);
      assert.equal(isAbsent(cfn, 'AccessControl'), true, change);
      assert.deepEqual(properties(cfn), { BucketName: 'c', VersioningConfiguration: unknown }, change);
    }
    assert.deepEqual(await surelyAbsent('this.cfn.addPropertyOverride(path, 1);'), [true, false]);
  });

  it('changes only that part of a property that is written', async () => {
    const { resources } = await readText(
      `${head}const q = new sqs.CfnQueue(this, 'Q', { redrivePolicy: { a: 1, b: 2 } });\nq.addPropertyOverride('RedrivePolicy.B', 3);\n`,
    );
    assert.deepEqual(properties(resources[0]), { RedrivePolicy: { A: 1, B: unknown } });
  });

  it('may be anything where it cannot be told what is changed', async () => {
    for (const change of [
      'cdk.Aspects.of(this).add(new EnableVersioning());',
      'const child = this.node.defaultChild as s3.CfnBucket;',
      "props.bucket.addPropertyOverride('VersioningConfiguration', {});",
      "all.forEach((one) => one.addPropertyOverride('VersioningConfiguration', {}));",
    ]) {
      assert.deepEqual(await surelyAbsent(change), [false, false], change);
    }
  });

  it('may be another policy of removal', async () => {
    for (const change of ['bucket.applyRemovalPolicy(cdk.RemovalPolicy.DESTROY);', 'bucket.node.defaultChild; bucket.applyRemovalPolicy(policy);']) {
      const { bucket, cfn } = await changed(change);
      assert.deepEqual([plain(bucket.attributes), plain(cfn.attributes)], [{ '...': unknown }, {}], change);
    }
    const { cfn } = await changed('this.cfn.cfnOptions.deletionPolicy = cdk.CfnDeletionPolicy.RETAIN;');
    assert.deepEqual(plain(cfn.attributes), { '...': unknown });
  });

  it('is found in Python', async () => {
    for (const [change, expected] of [
      ['pass', [true, true]],
      ['# bucket.node.default_child', [true, true]],
      ['cdk.Aspects.of(self).add(AwsSolutionsChecks())', [true, true]],
      ['cdk.Aspects.of(self).add(Setter())', [false, false]],
      ['child = bucket.node.default_child', [false, true]],
      ['child: s3.CfnBucket = typing.cast(s3.CfnBucket, bucket.node.default_child)\nchild.add_property_override("BucketName", 1)', [false, true]],
      ['self.cfn.versioning_configuration = x', [true, false]],
      ['self.cfn.add_property_override("VersioningConfiguration.Status", "Enabled")', [true, false]],
      ["self.cfn.add_override('Properties.VersioningConfiguration', {})", [true, false]],
    ] as const) {
      const { resources } = await readText(`${pythonHead}bucket = s3.Bucket(self, "B")\nself.cfn = s3.CfnBucket(self, "C")\n${change}\n`);
      assert.deepEqual(
        resources.map((resource) => isAbsent(resource, status)),
        expected,
        change,
      );
    }
  });

  it('is found in Java, C# and Go', async () => {
    const java = (change: string): string =>
      'import software.amazon.awscdk.services.s3.*;\nclass S { void make() {\n' +
      `Bucket bucket = new Bucket(this, "B");\nCfnBucket cfn = CfnBucket.Builder.create(this, "C").build();\n${change}\n} }\n`;
    const csharp = (change: string): string =>
      'using Amazon.CDK.AWS.S3;\nclass S { void Make() {\n' + `var bucket = new Bucket(this, "B");\nvar cfn = new CfnBucket(this, "C");\n${change}\n} }\n`;
    const go = (change: string): string =>
      'package main\nimport "github.com/aws/aws-cdk-go/awscdk/v2/awss3"\nfunc f() {\n' +
      `bucket := awss3.NewBucket(stack, jsii.String("B"), nil)\ncfn := awss3.NewCfnBucket(stack, jsii.String("C"), nil)\n${change}\n}\n`;
    for (const [text, expected] of [
      [java(''), [true, true]],
      [java('CfnBucket child = (CfnBucket) bucket.getNode().getDefaultChild();'), [false, true]],
      [java('cfn.setVersioningConfiguration(x);'), [true, false]],
      [java('this.cfn.addPropertyOverride("VersioningConfiguration.Status", "Enabled");'), [true, false]],
      [java('Aspects.of(this).add(new Setter());'), [false, false]],
      [csharp(''), [true, true]],
      [csharp('var child = (CfnBucket)bucket.Node.DefaultChild;'), [false, true]],
      [csharp('cfn.VersioningConfiguration = x;'), [true, false]],
      [csharp('cfn.AddPropertyOverride("VersioningConfiguration", x);'), [true, false]],
      [go(''), [true, true]],
      [go('child := bucket.Node().DefaultChild().(awss3.CfnBucket)'), [false, true]],
      [go('cfn.SetVersioningConfiguration(x)'), [true, false]],
      [go('cfn.AddPropertyOverride(jsii.String("VersioningConfiguration.Status"), jsii.String("Enabled"))'), [true, false]],
      [go('awscdk.Aspects_Of(app).Add(setter)'), [false, false]],
    ] as const) {
      const { resources } = await readText(text);
      assert.deepEqual(
        resources.map((resource) => isAbsent(resource, status)),
        expected,
        text,
      );
    }
  });

  it('is looked for in time, whatever the source is', async () => {
    const made = `${head}const bucket = new s3.Bucket(this, 'B');\n`;
    for (const unit of ['x.', '.node.defaultChild', '.node.defaultChild ', 'a = ', '((', '.addOverride(', 'a.b.c = 1;\n', 'a.setX(', 'Aspects.of(', '"', ' ']) {
      const text = made + unit.repeat(Math.ceil(200_000 / unit.length));
      const begun = performance.now();
      await readText(text);
      assert.ok(performance.now() - begun < 10_000, `${unit}: ${performance.now() - begun} ms`);
    }
  });
});
