// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** An operator's way to a route diagram, in a real browser. */
class HawtioBrowserTest extends HubWebTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync");

    @Test
    void theOperatorLogsInAndSeesARouteWithItsDescriptionAndDiagram() {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no chromium at " + CHROMIUM + "; apt-get install chromium to run this test");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
             Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1500, 1000));
            List<String> refused = new CopyOnWriteArrayList<>();
            page.onResponse(response -> {
                if (response.status() == 403) {
                    refused.add(response.request().method() + " " + response.url());
                }
            });
            page.navigate(base() + "/actuator/hawtio/");
            page.waitForTimeout(1000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-1.png")));
            page.fill("input[name=username]", "operator");
            page.fill("input[name=password]", PASSWORD);
            page.click("button[type=submit]");

            page.onResponse(r -> { if (r.url().contains("jolokia") && r.text().contains("\"status\":403")) System.err.println("R403 " + r.request().postData() + " -> " + r.text()); });
            page.waitForTimeout(4000);
            page.getByText("inbound-translate").first().click();
            page.waitForTimeout(2000);
            System.err.println("URL " + page.url() + "\n" + page.innerText("body"));
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-3.png")));
            for (String tab : List.of("Attributes", "Operations", "Source", "Exchanges", "Properties", "Profile")) {
                Locator t = page.getByText(tab, new Page.GetByTextOptions().setExact(true));
                System.err.println("TAB " + tab + " " + t.count());
                if (t.count() > 0) { t.first().click(); page.waitForTimeout(1500); System.err.println("URL " + page.url() + "\n" + page.innerText("main")); page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-tab-" + tab + ".png"))); }
            }
            page.getByText("JMX", new Page.GetByTextOptions().setExact(true)).first().click();
            page.waitForTimeout(2000);
            page.getByText("Expand all").first().click();
            page.waitForTimeout(2000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-jmx.png")));
            System.err.println("URL " + page.url() + "\n" + page.innerText("body"));
            page.getByText("Runtime", new Page.GetByTextOptions().setExact(true)).first().click();
            page.waitForTimeout(2500);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-runtime.png")));
            page.locator("header button").last().click();
            page.waitForTimeout(1000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-user.png")));
            System.err.println("URL " + page.url() + "\n" + page.innerText("header"));
            page.navigate(base() + "/actuator/hawtio/jmx");
            page.waitForTimeout(2000);
            Locator out = page.getByText("Log out");
            page.locator("header button").last().click();
            page.waitForTimeout(500);
            if (out.count() > 0) { out.first().click(); page.waitForTimeout(3000); System.err.println("URL after logout " + page.url()); page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio-out.png"))); }
            assertThat(refused).isEmpty();
        }
    }
}
