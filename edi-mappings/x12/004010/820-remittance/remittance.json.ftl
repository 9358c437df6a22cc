<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 820 to Remittance. Amounts keep the sign they are sent with. -->
<#assign payee = byQualifier(set.LoopN1, "N1/N101", "PE").N1>
<#-- Typed by its suffix; one whose sign says the other of what its row says is kept as OTHER. -->
<#macro meaning reference qualifier net>
  <#local found = typed("deductions", "x12", reference)>
  <#if found.code?has_content>
    <#local kind = encode("deductions", "kind", found.code)>
  "kind": "${((kind == "DEDUCTION" && net < 0) || (kind == "REVERSAL" && net > 0))?then(kind, "OTHER")}",
  "deduction": "${found.code}",
  "invoiceNumber": "${found.invoice}",
  <#elseif net < 0 && ["CM", "CR"]?seq_contains(qualifier)>
  "kind": "CREDIT",
  <#elseif net < 0 || qualifier != "IV">
  "kind": "OTHER",
  <#else>
  "kind": "INVOICE",
  "invoiceNumber": "${reference}",
  </#if>
</#macro>
<#-- Remarks, and the qualifier of a number that is not called an invoice. -->
<#function remarks notes qualifier>
  <#local text = (qualifier == "IV")?then("", qualifier)>
  <#list notes as note><#local text += " " + note.NTE02></#list>
  <#return text?trim>
</#function>
{
  "type": "Remittance",
  "paymentReference": "${required(or(set.TRN.TRN02, byQualifier(set.REF, "REF01", "TN", "CK").REF02), "the number of the payment")}",
  "paymentDate": "${date(or(set.BPR.BPR16, byQualifier(set.DTM, "DTM01", "097", "007", "020").DTM02))}",
  "method": "${codeOrSame("payment-methods", "x12", set.BPR.BPR04)}",
  "currency": "${set.CUR.CUR02}",
  "total": "${decimal(required(set.BPR.BPR02, "the amount of the payment"))}",
  "vendorCode": "<#if payee.N103 == "92">${payee.N104}</#if>",
  "parties": [
    <#list set.LoopN1 as loop>
    <#assign n1 = loop.N1>
    {
      "role": "${codeOrSame("party-roles", "x12", n1.N101)}",
      "id": "${n1.N104}",
      "idType": "<#if n1.N104?has_content>${codeOrSame("id-types", "x12", (n1.N101 == "ST" && n1.N103 == "92")?then("ST:92", n1.N103))}</#if>",
      "name": "${or(n1.N102, loop.N2.N201)}",
      "street": [<#list loop.N3 as n3>"${n3.N301}", "${n3.N302}",</#list>],
      "city": "${loop.N4.N401}",
      "region": "${loop.N4.N402}",
      "postalCode": "${loop.N4.N403}",
      "country": "${loop.N4.N404}"
    },
    </#list>
  ],
  "items": [
    <#list set.LoopENT as entity>
    <#list entity.LoopADX as loop>
    <#assign adx = loop.ADX, net = decimal(adx.ADX01)>
    {
      "reference": "${or(adx.ADX04, loop.LoopREF.REF.REF02, adx.ADX02)}",
      <@meaning reference=or(adx.ADX04, loop.LoopREF.REF.REF02, adx.ADX02) qualifier=or(adx.ADX03, "") net=net/>
      "poNumber": "${byQualifier(loop.LoopREF, "REF/REF01", "PO").REF.REF02}",
      "date": "${date(or(loop.DTM.DTM02, loop.LoopREF.DTM.DTM02))}",
      "adjustmentReason": "${adx.ADX02}",
      "net": "${net}",
      "text": "${remarks(loop.NTE, or(adx.ADX03, ""))}"
    },
    </#list>
    <#list entity.LoopRMR as loop>
    <#assign rmr = loop.RMR, net = decimal(required(rmr.RMR04, "the amount that is paid"))>
    <#assign reference = required(or(rmr.RMR02, loop.REF.REF02), "the number of what is paid")>
    <#-- ADX below an RMR say what the difference of gross and net is made of, which RMR08 may sum up. -->
    <#assign adjusted = decimal(or(rmr.RMR08, "0"))>
    <#if !rmr.RMR08?has_content><#list loop.LoopADX as adx><#assign adjusted += decimal(adx.ADX.ADX01)></#list></#if>
    {
      "reference": "${reference}",
      <@meaning reference=reference qualifier=or(rmr.RMR01, "") net=net/>
      "poNumber": "${byQualifier(loop.REF, "REF01", "PO").REF02}",
      "date": "${date(or(byQualifier(loop.DTM, "DTM01", "003").DTM02, loop.DTM.DTM02))}",
      "gross": "${decimal(rmr.RMR05)}",
      "discount": "${decimal(rmr.RMR06)}",
      "adjustment": "<#if adjusted != 0>${adjusted}</#if>",
      "adjustmentReason": "${or(rmr.RMR07, loop.LoopADX.ADX.ADX02)}",
      "net": "${net}",
      "text": "${remarks(loop.NTE, or(rmr.RMR01, ""))}"
    },
    </#list>
    </#list>
  ]
}
