package org.readingroom.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/** Serves the files of the page and the widget so that browsers keep them, and ask whether they still hold. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageConfiguration implements WebMvcConfigurer {

  /** What draws PDFs in the page. */
  private static final String PDFJS = "pdfjs-dist";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    serve(registry, "/**", "classpath:/static/");
    String version = new WebJarVersionLocator().version(PDFJS);
    if (version != null) {
      serve(registry, "/pdfjs/**", "classpath:/META-INF/resources/webjars/" + PDFJS + "/" + version + "/");
    }
  }

  private static void serve(ResourceHandlerRegistry registry, String paths, String folder) {
    registry.addResourceHandler(paths).addResourceLocations(folder).setCacheControl(CacheControl.noCache())
        // Those in a jar all bear the same date, so that it tells nothing.
        .setUseLastModified(false).setEtagGenerator(PageConfiguration::digest);
  }

  private static String digest(Resource file) {
    try (InputStream content = file.getInputStream()) {
      return DigestUtils.md5DigestAsHex(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
