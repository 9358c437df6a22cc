// SPDX-License-Identifier: Apache-2.0
/** SAP by IDoc files in a folder. */
package io.acornhub.erp.idoc;
