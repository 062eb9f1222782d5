# Builds what ./run starts, and only what has changed since the last build.
# shellcheck shell=bash
: "${root:?}"

# contents PATH… : one hash over the sources below the paths
contents() {
  find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum
}

# unless_built STAMP HASH OUTPUT COMMAND… : runs the command when the sources' hash is new or the output is gone
unless_built() {
  local stamp=data/build/$1 hash=$2 output=$3
  shift 3
  [[ -e $output && -f $stamp && $(<"$stamp") == "$hash" ]] && return
  rm -f "$stamp"
  "$@" || return
  echo "$hash" >"$stamp"
}

host_dll() { echo "$root/src/$1/bin/Release/net10.0/$1.dll"; }

build_hosts() {
  local host hash
  hash=$(contents src standins Directory.* BannedSymbols.txt .editorconfig global.json)
  for host in Portal MiniProgramApi Simulators; do
    unless_built "$host" "$hash" "$(host_dll "$host")" \
      step "编译 $host" "data/logs/build-$host.log" dotnet build "src/$host" -c Release --disable-build-servers || return
  done
}

build_h5() {
  [[ -f miniprogram/package.json ]] || return 0
  install_miniprogram || return
  unless_built h5 "$(contents miniprogram)" miniprogram/dist/build/h5/index.html \
    step '编译小程序 H5' data/logs/build-h5.log npm --prefix miniprogram run build:h5
}

install_miniprogram() {
  unless_built npm "$(contents miniprogram/package*.json)" miniprogram/node_modules/.package-lock.json \
    step '安装小程序依赖' data/logs/npm-ci.log npm --prefix miniprogram ci --no-audit --no-fund
}
