# What the hosts are told: by ./run, and by the stories of tests/EndToEnd.Tests that start them as ./run does.
# shellcheck shell=bash
: "${root:?}"

secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# host_environment DATA : exports it; an environment that names a thing already keeps its own
host_environment() {
  : "${api_port:?}"
  # Every browser of this machine is one network: who tries the demo out signs in many times.
  export SmsCodes__StrangersPerPhone=${SmsCodes__StrangersPerPhone:-500} SmsCodes__StrangersPerNetwork=${SmsCodes__StrangersPerNetwork:-500}
  export Links__Site=${Links__Site:-http://127.0.0.1:$api_port}
  export ASPNETCORE_ENVIRONMENT=Development Database__PrivateClusterFolder=$1/postgresql
  export Trace__AnchorFolder=${Trace__AnchorFolder:-$1/anchors}
  export Files__Root=${Files__Root:-$1/files} H5__Root=${H5__Root:-$root/miniprogram/dist/build/h5}
  wire_simulators
}

# Lets both hosts send to the simulated phones, except by a gateway that the environment names already.
wire_simulators() {
  : "${simulator_port:?}" "${smtp_port:?}"
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
    export WeChat__TemplatesFile=${WeChat__TemplatesFile:-$root/dev/wechat-templates.json}
    export Simulators__WeChat__AppId=$WeChat__AppId Simulators__WeChat__AppSecret=$WeChat__AppSecret
    export Simulators__WeChat__People__0=chenjianhua # of the demo data
  fi
  if [[ -z ${Lawyers__Endpoint-} ]]; then
    Lawyers__Key=$(secret)
    export Lawyers__Endpoint=$at/lawyers/look Lawyers__Key Simulators__Lawyers__Key=$Lawyers__Key
  fi
  if [[ -z ${Email__Host-} ]]; then
    # The simulated mail server offers no STARTTLS.
    export Email__Host=127.0.0.1 Email__Port=$smtp_port Email__UseTls=false Email__From=12368@court.example
    export Simulators__SmtpPort=$smtp_port
  fi
}
