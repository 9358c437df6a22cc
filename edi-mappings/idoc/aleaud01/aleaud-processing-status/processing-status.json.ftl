<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- ALEAUD.ALEAUD01 to ProcessingStatus. DOCNUM is the number the hub wrote into its IDoc. -->
<#assign audit = idoc.E1ADHDR>
<#assign state = audit.E1STATE>
<#if audit?size != 1 || state?size != 1>
  <#assign no = stop(audit.E1STATE.DOCNUM, "the ALEAUD reports on several IDocs, and the hub takes one report a message: let the audit job"
    + " (RBDSTATE, package size) report one IDoc each")>
</#if>
<#assign number = required(state.DOCNUM, "the number of the IDoc reported on (E1STATE DOCNUM)")>
<#-- The message's text with its parameters, whether it has &1 to &4 or just & for them. -->
<#function words>
  <#local text = or(state.STATXT, "") + "">
  <#list [state.STAPA1, state.STAPA2, state.STAPA3, state.STAPA4] as value>
    <#local parameter = or(value, "") + "">
    <#if text?contains("&" + value?counter)>
      <#local text = text?replace("&" + value?counter, parameter)>
    <#else>
      <#local text = text?replace("&", parameter, "f")>
    </#if>
  </#list>
  <#return text>
</#function>
{
  "type": "ProcessingStatus",
  "erpNumber": "${number}",
  "hubReference": "${withoutZeros(number)}",
  "message": "${or(audit.MESTYP_LNG, audit.MESTYP)}",
  "outcome": "${code("processing-status", "idoc", required(state.STATUS, "the status"))}",
  "code": "${state.STATUS}",
  "at": "${instant(required(idoc.EDI_DC40.CREDAT, "the day of the report"), idoc.EDI_DC40.CRETIM,
    required(erp.zone, "value zone of the ERP system"))}",
  "text": "${words()}",
  "createdObject": "${state.E1PRTOB.OBJKEY}",
  "extras": {
    "objectType": "${state.E1PRTOB.OBJTYPE}",
    "messageId": "${state.STAMID}${state.STAMNO}"
  }
}
