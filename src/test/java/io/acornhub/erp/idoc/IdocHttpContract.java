// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import io.acornhub.SapServer;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.http.HttpPoster;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.ErpAdapterContract;
import io.acornhub.erp.Orders;
import io.acornhub.erp.PostRows;
import io.acornhub.erp.PostedDeliveries;
import io.acornhub.interchange.HttpPosts;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What both doors of SAP have in common. Deliveries of the contract are put into an IDoc that carries their text and id. */
abstract class IdocHttpContract extends ErpAdapterContract {
    protected final SapServer sap = new SapServer();
    private final HttpPosts rows = PostRows.fresh("sap");
    private final HttpPoster poster = new HttpPoster();

    protected abstract String mode();

    @BeforeEach
    void startSap() {
        sap.start();
    }

    @AfterEach
    void stopSap() {
        sap.close();
        poster.close();
    }

    @Override
    protected ErpAdapter restarted() {
        Secrets secrets = new Secrets(Path.of(""), Map.of("SAP", "sap secret", "WRONG", "another")::get);
        ErpAdapter real = new IdocHttpAdapter(new PostedDeliveries(rows, poster, Clock.systemUTC()), secrets,
            new TlsContexts(new Certificates(secrets, Path.of(""))), Clock.systemUTC());
        return new ErpAdapter() {
            @Override
            public String name() {
                return real.name();
            }

            @Override
            public boolean twoPhase() {
                return real.twoPhase();
            }

            @Override
            public void prepare(ErpSystem system, List<Delivery> deliveries) {
                real.prepare(system, deliveries.stream().map(IdocHttpContract::asIdoc).toList());
            }

            @Override
            public Delivered commit(ErpSystem system, List<Delivery> deliveries) {
                return real.commit(system, deliveries.stream().map(IdocHttpContract::asIdoc).toList());
            }
        };
    }

    private static Delivery asIdoc(Delivery d) {
        String idoc = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ORDERS05>\n  <IDOC BEGIN=\"1\">\n    <EDI_DC40 SEGMENT=\"1\"><DOCNUM>1"
            + "</DOCNUM><ARCKEY>850:" + d.documentId() + "</ARCKEY></EDI_DC40><ID>" + d.documentId() + "</ID><TEXT>"
            + new String(d.rendered(), StandardCharsets.UTF_8) + "</TEXT>\n  </IDOC>\n</ORDERS05>\n";
        return new Delivery(d.documentId(), d.partner(), d.document(), d.json(), idoc.getBytes(StandardCharsets.UTF_8),
            d.interchangeControl(), d.groupControl(), d.setControl());
    }

    @Override
    protected ErpSystem system() {
        return system(Map.of());
    }

    protected ErpSystem system(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("url", sap.url(), "client", "100", "user", "ACORN", "password", "env:SAP",
            "mode", mode(), "timeout", "PT2S"));
        settings.putAll(more);
        return new ErpSystem("sap", "SAP", true, "idoc-http", settings, Map.of(), Map.of(), null, List.of());
    }

    @Override
    protected ErpSystem unreachable() {
        return system(Map.of("url", "http://localhost:1"));
    }

    @Override
    protected List<String> atTheErp() {
        return sap.idocs().stream().map(idoc -> idoc.replaceFirst("(?s).*<TEXT>(.*)</TEXT>.*", "$1")).toList();
    }

    @Override
    protected List<String> idsAtTheErp() {
        return sap.idocs().stream().map(idoc -> idoc.replaceFirst("(?s).*<ID>(.*)</ID>.*", "$1")).toList();
    }

    @Override
    protected void erpTakesAll() {
        // SAP keeps its IDocs
    }

    protected static List<Delivery> order() {
        return List.of(Orders.delivery("01JZONE", Orders.order("4TESTPO1")));
    }

    protected Delivered deliver() {
        restarted().prepare(system(), order());
        return restarted().commit(system(), order());
    }
}
