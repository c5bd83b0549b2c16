package org.readingroom.conversation;

import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts Spring Data JDBC together over a database that is open. It is no part of the application's own context,
 * whose start it would slow down.
 */
@EnableJdbcRepositories(considerNestedRepositories = true, basePackageClasses = ConversationRows.class)
class ConversationRepositories extends AbstractJdbcConfiguration {

  @Override
  protected Set<Class<?>> getInitialEntitySet() {
    return Set.of(ConversationRows.ConversationRow.class, ConversationRows.TurnRow.class);
  }

  /** Names tables as classes, without their ending; the dialect sees to upper or lower case. */
  @Bean
  NamingStrategy namingStrategy() {
    return new NamingStrategy() {
      @Override
      public String getTableName(Class<?> type) {
        return type.getSimpleName().replace("Row", "").toLowerCase(Locale.ROOT);
      }
    };
  }

  @Bean
  NamedParameterJdbcOperations jdbcOperations(DataSource source) {
    return new NamedParameterJdbcTemplate(source);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean
  ConversationRows conversationRows(ConversationRows.ConversationRepository conversations,
      ConversationRows.TurnRepository turns, JdbcAggregateTemplate template,
      PlatformTransactionManager transactions) {
    return new ConversationRows(conversations, turns, template, new TransactionTemplate(transactions));
  }
}
