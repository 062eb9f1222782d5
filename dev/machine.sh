# What the machine must have. As root the missing packages are installed; anybody else is told their names.
# shellcheck shell=bash

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 # nothing of ours outlives ./run or ./test

# require_machine [with-postgresql]
require_machine() {
  local missing=()
  require_sdks || return 1
  [[ ${1-} != with-postgresql ]] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  [[ -x /usr/bin/chromium ]] || missing+=(chromium)
  command -v qpdf >/dev/null || missing+=(qpdf)
  compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || missing+=(fonts-noto-cjk)
  [[ -e /usr/share/zoneinfo/Asia/Shanghai ]] || missing+=(tzdata)
  compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || missing+=(libicu72)
  [[ ${#missing[@]} -eq 0 ]] || install_packages "${missing[@]}" || return 1
  want_word
  want_previews
}

# Pages, pictures and recordings to look at: without these the originals can be downloaded, and all else works.
want_previews() {
  local missing=()
  command -v pdftoppm >/dev/null || missing+=(poppler-utils)
  command -v vips >/dev/null || missing+=(libvips-tools)
  command -v ffmpeg >/dev/null || missing+=(ffmpeg)
  [[ ${#missing[@]} -gt 0 ]] || return 0
  if [[ $EUID -ne 0 ]] || ! install_packages "${missing[@]}"; then
    echo "缺少 ${missing[*]}，有的附件不能预览 / without ${missing[*]} some files cannot be previewed" >&2
  fi
}

# Word files become PDFs by LibreOffice (86 MB to fetch, 263 MB on the disk): without it they are refused, and all else works.
want_word() {
  command -v soffice >/dev/null && return 0
  if [[ $EUID -ne 0 ]] || ! install_packages libreoffice-writer-nogui; then
    echo "没有 LibreOffice，送达文书只收 PDF / without libreoffice-writer-nogui only PDF files can be served" >&2
  fi
}

require_sdks() {
  local node
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "缺少 .NET SDK 10 / the .NET SDK 10 is missing" >&2
    return 1
  fi
  node=$(node --version 2>/dev/null) || node=
  node=${node#v}
  if [[ -z $node || ${node%%.*} -lt 20 ]] || ! command -v npm >/dev/null; then
    echo "缺少 Node 20（含 npm）/ Node 20 with npm is missing" >&2
    return 1
  fi
}

install_packages() {
  if [[ $EUID -ne 0 ]]; then
    echo "缺少 / missing: $*" >&2
    echo "请管理员执行 / as root: apt-get update && apt-get install -y --no-install-recommends $*" >&2
    [[ $* == fonts-noto-cjk ]] # without it Chinese prints as boxes in a PDF, and all else works
    return
  fi
  echo "安装 / installing: $*"
  if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"; } >data/logs/apt.log 2>&1; then
    tail -n 20 data/logs/apt.log >&2
    echo "apt-get 未能安装 / could not install: $*" >&2
    return 1
  fi
}
