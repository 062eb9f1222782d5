# A step: its name, a dot every few seconds, the time it took, and on failure the end of its log.
# shellcheck shell=bash

step_process='' ticks=0 beside='' lanes=()

# step NAME LOG COMMAND…
step() {
  local name=$1 log=$2 began=$SECONDS status=0 outcome
  shift 2
  [[ -n $beside ]] || printf '%s ' "$name"
  # A session of its own, so that the whole of it can be stopped; without the lock, which must end with this script.
  setsid bash -c '"$@"' step "$@" >"$log" 2>&1 </dev/null 9>&- &
  step_process=$!
  while kill -0 "$step_process" 2>/dev/null; do
    [[ -n $beside ]] || ((++ticks % 25)) || printf .
    sleep 0.2 9>&-
  done
  wait "$step_process" || status=$?
  step_process=
  outcome=✓
  [[ $status -eq 0 ]] || outcome=✗
  printf '%s%s %d s\n' "${beside:+$name }" "$outcome" $((SECONDS - began))
  [[ $status -eq 0 ]] || tail -n "${STEP_TAIL:-40}" "$log"
  return "$status"
}

# beside COMMAND… : runs commands of steps side by side; fails when one of them does. A step is one line then, when it has ended.
beside() {
  local command lane status=0
  for command; do
    # shellcheck disable=SC2086 # a command with its arguments
    (trap 'stop_step; exit 1' TERM && beside=1 && $command) &
    lanes+=($!)
  done
  for lane in "${lanes[@]}"; do
    wait "$lane" || status=1
  done
  lanes=()
  return "$status"
}

stop_step() {
  [[ ${#lanes[@]} -eq 0 ]] || kill -TERM "${lanes[@]}" 2>/dev/null || true
  [[ ${#lanes[@]} -eq 0 ]] || wait "${lanes[@]}" 2>/dev/null || true
  [[ -z $step_process ]] || kill -TERM -- "-$step_process" 2>/dev/null || true
}
