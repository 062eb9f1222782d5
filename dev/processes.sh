# The hosts, the simulators and the private PostgreSQL: starting, waiting, stopping, and who holds a port.
# shellcheck shell=bash
: "${root:?}"

declare -A hosts=()

# port_holder PORT : prints who listens on the port of this machine, if anyone does
port_holder() {
  local inode folder pid
  inode=$(awk -v port="$(printf ':%04X' "$1")" '
    FNR > 1 && $4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' /proc/net/tcp /proc/net/tcp6)
  [[ -n $inode ]] || return 1
  folder=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" 2>/dev/null | head -n 1)
  if [[ $folder =~ ^/proc/([0-9]+)/ ]]; then
    pid=${BASH_REMATCH[1]}
    echo "$(tr '\0' ' ' <"/proc/$pid/cmdline")(pid $pid)"
  else
    echo "另一用户的程序 / a program of another user"
  fi
}

# port_is_free PORT OPTION
port_is_free() {
  local holder
  holder=$(port_holder "$1") || return 0
  echo "端口 $1 已被占用 / port $1 is taken: $holder" >&2
  echo "可换端口 / choose another: ./run $2 N   或停止本目录的服务 / or stop this checkout's own: ./run --stop" >&2
  return 1
}

# start_host NAME PROJECT PORT
start_host() {
  [[ ! -f data/logs/$1.log ]] || mv -f "data/logs/$1.log" "data/logs/$1.previous.log"
  (cd "src/$2" && ASPNETCORE_URLS=http://127.0.0.1:$3 exec setsid dotnet "$(host_dll "$2")") >"data/logs/$1.log" 2>&1 </dev/null 9>&- &
  hosts[$1]=$!
  echo $! >"data/run/$1.pid"
}

# dead_host : prints the name of a host that has ended
dead_host() {
  local name
  for name in "${!hosts[@]}"; do
    kill -0 "${hosts[$name]}" 2>/dev/null || { echo "$name"; return; }
  done
  return 1
}

# is_ready PORT
is_ready() {
  local status
  status=$(exec 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$1" &&
    printf 'GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" >&3 && timeout 5 head -n 1 <&3)
  [[ $status == HTTP/*" 200 "* ]]
}

# stop_hosts : also those that a killed ./run has left behind
stop_hosts() {
  local file pid stopping=()
  for file in data/run/*.pid; do
    [[ -f $file ]] || continue
    pid=$(<"$file")
    if tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$root/src/"; then
      kill -TERM "$pid" && stopping+=("$pid")
    fi
    rm -f "$file"
  done
  [[ ${#stopping[@]} -eq 0 ]] || gone_within 20 "${stopping[@]}" || kill -KILL "${stopping[@]}" 2>/dev/null || true
}

# gone_within SECONDS PID…
gone_within() {
  local end=$((SECONDS + $1)) pid
  shift
  for pid; do
    while kill -0 "$pid" 2>/dev/null; do
      [[ $SECONDS -lt $end ]] || return 1
      sleep 0.1
    done
  done
}

# database_process : prints the id of the private PostgreSQL's first process while it runs
database_process() {
  local data pid
  data=$(readlink -f data/postgresql/cluster) && [[ -r $data/postmaster.pid ]] || return 1
  read -r pid <"$data/postmaster.pid" && [[ $(readlink "/proc/$pid/cwd") == "$data" ]] && echo "$pid"
}

stop_database() {
  local pid
  pid=$(database_process) || return 0
  kill -INT "$pid"
  gone_within 30 "$pid" || kill -QUIT "$pid"
}
