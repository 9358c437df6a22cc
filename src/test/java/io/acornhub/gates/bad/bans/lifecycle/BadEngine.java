// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans.lifecycle;

import com.lowagie.text.Document;
import freemarker.template.Template;
import io.github.bucket4j.Bucket;
import io.xlate.edi.schema.Schema;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.CamelContext;
import org.bouncycastle.cms.CMSSignedData;
import org.smooks.Smooks;
import org.springframework.web.client.RestClient;
import picocli.CommandLine;
import software.amazon.awssdk.services.s3.S3Client;

/** A business rule that knows every framework. */
public class BadEngine {
    Smooks smooks;
    CamelContext camel;
    Schema schema;
    ConnectionFactory queues;
    Template template;
    Bucket plan;
    Document paper;
    RestClient web;
    CommandLine commands;
    CMSSignedData message;
    S3Client bucket;
}
