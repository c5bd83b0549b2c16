package org.readingroom.shell;

import java.nio.file.Path;
import org.readingroom.collection.Collection;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.shell.core.command.Command;
import tools.jackson.databind.json.JsonMapper;

/** Makes the commands for collections of one's own. */
@Configuration(proxyBeanMethods = false)
@Profile(ShellApplication.PROFILE)
class LibraryCommandsConfiguration {

  @Bean
  LibraryUpdate libraryUpdate(CurrentRoom room, IndexOpening index, Dialogue dialogue, Screen screen) {
    return new LibraryUpdate(room, index, dialogue, screen);
  }

  @Bean
  Command addCommand(ObjectProvider<Library> library, LibraryUpdate update) {
    return new AddCommand(library::getObject, update);
  }

  @Bean
  Command updateCommand(ObjectProvider<Library> library, CurrentRoom room, LibraryUpdate update) {
    return new UpdateCommand(library::getObject, room, update);
  }

  @Bean
  Command removeCommand(ObjectProvider<Library> library, ObjectProvider<Rooms> rooms, CurrentRoom room) {
    return new RemoveCommand(library::getObject, rooms::getObject, room);
  }

  @Bean
  Command collectionsCommand(ObjectProvider<Library> library, ObjectProvider<Collection> builtIn,
      @Value("${reading-room.index}") Path index, JsonMapper json, Screen screen) {
    return new CollectionsCommand(library::getObject, builtIn::getObject, index, json, screen);
  }

  @Bean
  Command filesCommand(ObjectProvider<Library> library, CurrentRoom room, JsonMapper json, Screen screen) {
    return new FilesCommand(library::getObject, room, json, screen);
  }

  @Bean
  Command useCommand(CurrentRoom room, Dialogue dialogue) {
    return new UseCommand(room, dialogue);
  }
}
