package org.readingroom.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.readingroom.catalogue.DocumentFinder;
import org.readingroom.collection.Collection;
import org.readingroom.ingest.ParsingSettings;
import org.readingroom.library.Library;
import org.readingroom.room.Room;
import org.readingroom.room.Rooms;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.util.unit.DataSize;

/** Has an empty library beside the built-in collection, which is answered for by what a test puts there. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import(RoomFinder.class)
class FakedRooms {

  @Bean
  @Primary
  Library library() throws IOException {
    return new Library(Files.createTempDirectory("library"), () -> Samples.COLLECTION,
        Samples.COLLECTION::id, new ParsingSettings(DataSize.ofMegabytes(512),
            Duration.ofMinutes(2), DataSize.ofMegabytes(500), 10_000_000, "eng"),
        Clock.systemUTC());
  }

  @Bean
  @Lazy
  DocumentFinder documentFinder(ObjectProvider<Collection> collection) {
    return new DocumentFinder(collection.getObject());
  }

  @Bean
  Rooms rooms(Library library, BeanFactory parts) {
    Rooms rooms = mock(Rooms.class);
    Room builtIn = new Room(Samples.COLLECTION.id(), parts);
    given(rooms.builtIn()).willReturn(builtIn);
    given(rooms.served(anyString())).willAnswer(call -> {
      library.collection(call.getArgument(0));
      return builtIn;
    });
    given(rooms.part(anyString(), any())).willAnswer(call -> {
      library.collection(call.getArgument(0));
      return builtIn.get(call.<Class<?>>getArgument(1));
    });
    given(rooms.all()).willReturn(List.of(Samples.COLLECTION.id()));
    given(rooms.together(any(), anyBoolean(), any()))
        .willAnswer(call -> builtIn.get(call.<Class<?>>getArgument(2)));
    given(rooms.state(any())).willReturn(java.util.Optional.empty());
    return rooms;
  }
}
