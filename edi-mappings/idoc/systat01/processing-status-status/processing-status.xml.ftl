<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- ProcessingStatus to STATUS.SYSTAT01. Date and time are SAP's local ones, by value zone in config/erp. -->
<#assign status = or(document.code, encode("processing-status", "idoc", document.outcome))>
<#assign bad = ["REJECTED", "NOT_POSTED", "FAILED"]?seq_contains(document.outcome)>
<#assign warned = ["ACCEPTED_WITH_ERRORS", "HELD"]?seq_contains(document.outcome)>
<#assign zone = required(erp.zone, "value zone of the ERP system")>
<IDOC>
  <EDI_DC40>
    <TABNAM>EDI_DC40</TABNAM>
    <MANDT>${erp.client}</MANDT>
    <DOCNUM>${zeroFilled(or(hub.documentNumber, "1"), 16)}</DOCNUM>
    <DIRECT>2</DIRECT>
    <TEST>${erp.testFlag}</TEST>
    <IDOCTYP>SYSTAT01</IDOCTYP>
    <MESTYP>STATUS</MESTYP>
    <MESCOD>${erp.messageCode}</MESCOD>
    <MESFCT>${erp.messageFunction}</MESFCT>
    <SNDPOR>${erp.senderPort}</SNDPOR>
    <SNDPRT>${or(erp.statusPartnerType, erp.senderPartnerType)}</SNDPRT>
    <SNDPFC>${erp.statusPartner?has_content?then(erp.statusPartnerFunction, erp.senderPartnerFunction)}</SNDPFC>
    <SNDPRN>${required(or(erp.statusPartner, erp.senderPartner), "value senderPartner of the ERP system")}</SNDPRN>
    <RCVPOR>${erp.receiverPort}</RCVPOR>
    <RCVPRT>${erp.receiverPartnerType}</RCVPRT>
    <RCVPFC>${erp.receiverPartnerFunction}</RCVPFC>
    <RCVPRN>${erp.receiverPartner}</RCVPRN>
    <CREDAT>${hub.date}</CREDAT>
    <CRETIM>${hub.time}</CRETIM>
    <ARCKEY>${hub.documentKey}</ARCKEY>
    <SERIAL>${hub.date}${hub.time}</SERIAL>
  </EDI_DC40>
  <E1STATS>
    <TABNAM>EDI_DS</TABNAM>
    <MANDT>${erp.client}</MANDT>
    <DOCNUM>${zeroFilled(required(document.erpNumber, "SAP's number of the IDoc"), 16)}</DOCNUM>
    <LOGDAT>${localDate(document.at, zone)}</LOGDAT>
    <LOGTIM>${localTime(document.at, zone)}</LOGTIM>
    <STATUS>${status}</STATUS>
    <STATYP>${bad?then("E", warned?then("W", "S"))}</STATYP>
    <STATXT>${text(document.text, 70)}</STATXT>
    <REFINT>${text(document.interchangeControl, 14)}</REFINT>
    <REFGRP>${text(document.groupControl, 14)}</REFGRP>
    <REFMES>${text(document.setControl, 14)}</REFMES>
    <ARCKEY>${text(document.hubReference, 70)}</ARCKEY>
  </E1STATS>
</IDOC>
