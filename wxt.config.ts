import { defineConfig } from 'wxt';

export default defineConfig({ srcDir: 'src', entrypointsDir: '../entrypoints', publicDir: 'src/public', imports: false });
