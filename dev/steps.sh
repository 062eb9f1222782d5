# A step: its name, a dot every few seconds, the time it took, and on failure the end of its log.
# shellcheck shell=bash

step_process='' ticks=0

# step NAME LOG COMMAND…
step() {
  local name=$1 log=$2 began=$SECONDS status=0
  shift 2
  printf '%s ' "$name"
  # A session of its own, so that the whole of it can be stopped; without the lock, which must end with this script.
  setsid bash -c '"$@"' step "$@" >"$log" 2>&1 </dev/null 9>&- &
  step_process=$!
  while kill -0 "$step_process" 2>/dev/null; do
    ((++ticks % 25)) || printf .
    sleep 0.2 9>&-
  done
  wait "$step_process" || status=$?
  step_process=
  if [[ $status -eq 0 ]]; then
    printf '✓ %d s\n' $((SECONDS - began))
  else
    printf '✗ %d s\n' $((SECONDS - began))
    tail -n "${STEP_TAIL:-40}" "$log"
  fi
  return "$status"
}

stop_step() {
  [[ -z $step_process ]] || kill -TERM -- "-$step_process" 2>/dev/null || true
}
