# The hosts, the simulators and the private PostgreSQL: starting, waiting, stopping, and who holds a port.
# shellcheck shell=bash
: "${root:?}"

declare -A hosts=() projects=() ports=() born=() early_ends=() again_at=()
lived_well=30 longest_pause=30 # seconds

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
  disown # bash would say how it ended, with the whole command
  hosts[$1]=$! projects[$1]=$2 ports[$1]=$3 born[$1]=$SECONDS
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

# revive_hosts : starts what has ended again: at once, and after 1, 2, 4 … seconds where it has ended soon after its start each time
revive_hosts() {
  local name ends
  for name in "${!hosts[@]}"; do
    ! kill -0 "${hosts[$name]}" 2>/dev/null || continue
    if [[ -z ${again_at[$name]-} ]]; then
      ends=${early_ends[$name]:-0}
      [[ $((SECONDS - born[$name])) -lt $lived_well ]] || ends=0
      early_ends[$name]=$((ends + 1)) again_at[$name]=$((SECONDS + $(pause_after "$ends")))
      echo "$name 已退出，$(pause_after "$ends") 秒后重新启动 / $name has ended and is started again: data/logs/$name.previous.log" >&2
    fi
    [[ $SECONDS -ge ${again_at[$name]} ]] || continue
    unset "again_at[$name]"
    start_host "$name" "${projects[$name]}" "${ports[$name]}"
  done
}

# pause_after EARLY_ENDS : 0, 1, 2, 4 … seconds
pause_after() {
  local pause=$(($1 == 0 ? 0 : 1 << ($1 > 10 ? 9 : $1 - 1)))
  echo $((pause < longest_pause ? pause : longest_pause))
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
