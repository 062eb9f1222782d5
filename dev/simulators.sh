# Lets both hosts send to the simulated phones, except by a gateway that the environment names already.
# shellcheck shell=bash
secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

wire_simulators() {
  : "${simulator_port:?}" "${smtp_port:?}" "${api_port:?}"
  local at=http://127.0.0.1:$simulator_port
  if [[ -z ${Sms__Provider-} ]]; then
    export Sms__Provider=Gateway Sms__BaseAddress=$at/sms Sms__Account=court Sms__CallbackAddresses__0=127.0.0.0/8
    Sms__Secret=$(secret) Sms__CallbackSecret=$(secret)
    export Sms__Secret Sms__CallbackSecret Simulators__Sms__Secret=$Sms__Secret
    export Simulators__Sms__CallbackAddress=http://127.0.0.1:$api_port/gateways/sms/$Sms__CallbackSecret
  fi
  if [[ -z ${Voice__BaseAddress-} ]]; then
    Voice__Secret=$(secret) Voice__CallbackSecret=$(secret)
    export Voice__BaseAddress=$at/voice Voice__Account=court Voice__CallbackAddresses__0=127.0.0.0/8 Voice__Secret Voice__CallbackSecret
    export Simulators__Voice__Secret=$Voice__Secret Simulators__Voice__CallbackAddress=http://127.0.0.1:$api_port/gateways/voice/$Voice__CallbackSecret
  fi
  if [[ -z ${WeChat__AppId-} ]]; then
    WeChat__AppSecret=$(secret)
    export WeChat__AppId=wx0000000000000001 WeChat__AppSecret WeChat__BaseAddress=$at
    export Simulators__WeChat__AppId=$WeChat__AppId Simulators__WeChat__AppSecret=$WeChat__AppSecret
  fi
  if [[ -z ${Email__Host-} ]]; then
    export Email__Host=127.0.0.1 Email__Port=$smtp_port Email__From=12368@court.example
    export Simulators__SmtpPort=$smtp_port
  fi
}
