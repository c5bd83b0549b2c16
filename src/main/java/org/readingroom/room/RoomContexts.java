package org.readingroom.room;

import java.util.function.Consumer;
import org.springframework.beans.factory.support.BeanDefinitionDefaults;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;

/** Makes contexts below that of the program, of parts that the program's own configurations make. */
final class RoomContexts {

  private final ConfigurableApplicationContext program;

  RoomContexts(ConfigurableApplicationContext program) {
    this.program = program;
  }

  /**
   * Makes a context, whose parts are made when they are used.
   *
   * @param own registers what the configurations do not make
   * @param packages where the configurations are
   */
  ConfigurableApplicationContext make(String id, Consumer<AnnotationConfigApplicationContext> own,
      String... packages) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setId(id);
    context.setParent(program);
    context.setEnvironment(program.getEnvironment());
    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    own.accept(context);
    new RoomScanner(context).scan(packages);
    try {
      context.refresh();
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
    return context;
  }

  /** Looks only at files named as configurations, and makes their parts when they are used. */
  private static final class RoomScanner extends ClassPathBeanDefinitionScanner {

    RoomScanner(AnnotationConfigApplicationContext context) {
      super(context);
      setResourcePattern("*Configuration.class");
      setBeanDefinitionDefaults(lazily(getBeanDefinitionDefaults()));
    }

    private static BeanDefinitionDefaults lazily(BeanDefinitionDefaults defaults) {
      defaults.setLazyInit(true);
      return defaults;
    }
  }
}
