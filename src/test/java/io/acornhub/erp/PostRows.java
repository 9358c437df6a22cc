// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.interchange.HttpPosts;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The hub's table of posts in a database of its own. */
public final class PostRows {
    private PostRows() {
    }

    public static HttpPosts fresh(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + "-" + System.nanoTime() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/hub/V12__http_posts.sql")).execute(database);
        return new HttpPosts(new JdbcTemplate(database));
    }
}
