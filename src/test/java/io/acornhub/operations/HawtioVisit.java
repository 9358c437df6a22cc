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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** An operator with a real browser: logs in and looks at a route. Needs Debian's chromium, else the test is skipped aloud. */
public final class HawtioVisit {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MS = 60_000;
    private static final List<String> QUIET = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private HawtioVisit() {
    }

    /**
     * Logs in through the form, opens the route's diagram and its description, and logs out.
     *
     * @param base of the hub, such as {@code http://localhost:8080}
     * @param screenshot where to keep a picture of the diagram
     */
    public static void seesRoute(String base, String password, String route, String description, Path screenshot) {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no chromium at " + CHROMIUM
            + "; apt-get install chromium to run this test");
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
             Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
                 .setArgs(QUIET))) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1500, 1000));
            page.setDefaultTimeout(PATIENCE_MS);
            List<String> refused = new CopyOnWriteArrayList<>();
            page.onResponse(response -> {
                if (response.status() == 401 || response.status() == 403) {
                    refused.add(response.request().method() + " " + response.url() + " " + response.status());
                }
            });
            logIn(page, base, password);
            lookAt(page, route, description, screenshot);
            assertThat(refused).as("calls of Hawtio that the hub refused").isEmpty();
            logOut(page, base);
        }
    }

    private static void logIn(Page page, String base, String password) {
        page.navigate(base + "/actuator/hawtio/");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        page.fill("input[name=username]", "operator");
        page.fill("input[name=password]", password);
        page.click("button[type=submit]");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/actuator/hawtio/.*"));
    }

    private static void lookAt(Page page, String route, String description, Path screenshot) {
        exactly(page, "Camel").first().click();
        exactly(page, route).first().click();
        exactly(page, "Route Diagram").click();
        Locator nodes = page.locator(".react-flow__node");
        PlaywrightAssertions.assertThat(nodes.first()).isVisible();
        assertThat(nodes.count()).as("nodes of the route diagram").isGreaterThan(1);
        page.screenshot(new Page.ScreenshotOptions().setPath(screenshot));
        exactly(page, "Attributes").click();
        PlaywrightAssertions.assertThat(exactly(page, description).first()).isVisible();
    }

    private static void logOut(Page page, String base) {
        page.navigate(base + "/logout");
        page.click("button[type=submit]");
        page.navigate(base + "/actuator/hawtio/");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    private static Locator exactly(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }
}
