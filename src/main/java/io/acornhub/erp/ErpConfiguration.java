// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.http.HttpPoster;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.erp.database.InterfaceDatabases;
import io.acornhub.erp.database.InterfaceTablesAdapter;
import io.acornhub.erp.database.InterfaceTablesCollector;
import io.acornhub.erp.file.FileFolderAdapter;
import io.acornhub.erp.http.HttpAdapter;
import io.acornhub.erp.idoc.IdocFolderAdapter;
import io.acornhub.erp.idoc.IdocHttpAdapter;
import io.acornhub.interchange.HttpPosts;
import io.acornhub.interchange.HubId;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** The adapters of the product. A new kind of ERP is one more {@link ErpAdapter} bean. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ErpConfiguration {

    @Bean
    ErpAdapters erpAdapters(List<ErpAdapter> adapters) {
        return new ErpAdapters(adapters);
    }

    @Bean
    ErpAdapter idocFolderAdapter(@Value("${acorn.data}") Path data) {
        return new IdocFolderAdapter(data);
    }

    @Bean
    ErpAdapter fileFolderAdapter(@Value("${acorn.data}") Path data) {
        return new FileFolderAdapter(data);
    }

    @Bean
    PostedDeliveries postedDeliveries(HttpPosts posts, Clock clock) {
        return new PostedDeliveries(posts, new HttpPoster(), clock);
    }

    @Bean
    ErpAdapter idocHttpAdapter(PostedDeliveries deliveries, Secrets secrets, @Value("${acorn.data}") Path data, Clock clock) {
        return new IdocHttpAdapter(deliveries, secrets, new TlsContexts(new Certificates(secrets, data)), clock);
    }

    @Bean
    ErpAdapter httpAdapter(PostedDeliveries deliveries, Secrets secrets, @Value("${acorn.data}") Path data, Clock clock) {
        return new HttpAdapter(deliveries, secrets, new TlsContexts(new Certificates(secrets, data)), clock);
    }

    @Bean
    InterfaceDatabases interfaceDatabases(DataSource hub) {
        return new InterfaceDatabases(hub);
    }

    @Bean
    ErpAdapter interfaceTablesAdapter(InterfaceDatabases databases, Configuration configuration) {
        return new InterfaceTablesAdapter(databases, configuration.codeLists());
    }

    @Bean
    ErpCollector interfaceTablesCollector(InterfaceDatabases databases, Configuration configuration) {
        return new InterfaceTablesCollector(databases, configuration.codeLists(), "hub-" + HubId.next(), Clock.systemUTC());
    }
}
