package org.readingroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Starts the server as it is, with the real collection, index and model, on a free port. The data directory
 * is shared by all integration tests, so that the index is built once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ReadingRoomApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "reading-room.home="
    + RealProgram.HOME)
@interface RealProgram {

  String HOME = "target/it-home";
}
