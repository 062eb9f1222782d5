import globals from 'globals'
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.harness/**'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/essential'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    languageOptions: { globals: { ...globals.browser, uni: 'readonly', wx: 'readonly', API_BASE: 'readonly', WECHAT_SPEECH: 'readonly', requirePlugin: 'readonly', getCurrentPages: 'readonly' } },
    rules: { '@typescript-eslint/no-explicit-any': 'error', 'vue/multi-word-component-names': 'off' },
  },
  { files: ['harness/**', 'test/**', 'build/**', '*.mjs'], languageOptions: { globals: globals.node } },
)
