// SPDX-License-Identifier: Apache-2.0
/** Files to and from servers of others: SFTP, FTP and S3. What is fetched is taken in once, what is put there is put once. */
package io.acornhub.routing.internal.transfer;
