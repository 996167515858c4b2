import type { Tree } from 'web-tree-sitter';
import type { CdkLanguage, Template } from '../model';
import type { ResourceTypes } from '../resourceTypes';
import { readCsharpApp } from './csharp/readApp';
import { readGoApp } from './go/readApp';
import { readJavaApp } from './java/readApp';
import { readPythonApp } from './python/readApp';
import { readScriptApp } from './typescript/readApp';

export type AppReader = (tree: Tree, types: ResourceTypes) => Template;

export const readers: Readonly<Record<CdkLanguage, AppReader>> = {
  typescript: (tree, types) => readScriptApp(tree, types, 'typescript'),
  tsx: (tree, types) => readScriptApp(tree, types, 'tsx'),
  javascript: (tree, types) => readScriptApp(tree, types, 'javascript'),
  python: readPythonApp,
  java: readJavaApp,
  csharp: readCsharpApp,
  go: readGoApp,
};
