import assert from 'node:assert/strict';
import { config } from '@vscode/l10n';
import { t } from '../../../src/panel/l10n';

describe('t of the panel', () => {
  afterEach(() => config({ contents: {} }));

  it('gives the English text with its values where there is no bundle', () => {
    assert.equal(t('{0} of {1} cards', 3, 10), '3 of 10 cards');
  });

  it('gives the text of the bundle, whose placeholders may stand in another order', () => {
    config({ contents: { '{0} of {1} cards': 'von {1} Karten {0}' } });
    assert.equal(t('{0} of {1} cards', 3, 10), 'von 10 Karten 3');
    assert.equal(t('Undo'), 'Undo');
  });

  it('leaves braces alone that come in with a value', () => {
    assert.equal(t('Import {0}', '{0} and {1}.csv'), 'Import {0} and {1}.csv');
  });
});
