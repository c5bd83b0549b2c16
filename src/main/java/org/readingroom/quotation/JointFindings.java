package org.readingroom.quotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.readingroom.index.IndexException;

/** Looks for a quotation in several collections. */
public final class JointFindings {

  private JointFindings() {}

  /**
   * Returns every place where the words stand as quoted, or else in other case; where there is none, what comes nearest.
   *
   * @param ids the collections
   * @param find looks in one of them
   * @throws IndexException if the words are not found as quoted, but some collection cannot be looked through
   */
  public static Finding of(List<String> ids, Function<String, Finding> find) {
    List<Finding> each = new ArrayList<>();
    IndexException unavailable = null;
    for (String id : ids) {
      try {
        each.add(find.apply(id));
      } catch (IndexException e) {
        unavailable = e;
      }
    }
    Finding finding = best(each);
    if (unavailable != null && !(finding instanceof Finding.Exact)) {
      throw unavailable;
    }
    return finding;
  }

  static Finding best(List<Finding> each) {
    List<Occurrence> exact = of(each, Finding.Exact.class).flatMap(found -> found.occurrences().stream())
        .limit(QuotationFinder.MOST).toList();
    if (!exact.isEmpty()) {
      return new Finding.Exact(exact);
    }
    List<Occurrence> other = of(each, Finding.OtherCase.class)
        .flatMap(found -> found.occurrences().stream()).limit(QuotationFinder.MOST).toList();
    if (!other.isEmpty()) {
      return new Finding.OtherCase(other);
    }
    return Stream.<Optional<? extends Finding>>of(
        of(each, Finding.Spliced.class).max(Comparator.comparingDouble(Finding.Spliced::share)),
        of(each, Finding.Nearest.class).max(Comparator.comparingDouble(Finding.Nearest::similarity)),
        of(each, Finding.LikeInMeaning.class)
            .max(Comparator.comparingDouble(Finding.LikeInMeaning::similarity)))
        .flatMap(Optional::stream).map(Finding.class::cast).findFirst().orElse(new Finding.None());
  }

  private static <T extends Finding> Stream<T> of(List<Finding> each, Class<T> kind) {
    return each.stream().filter(kind::isInstance).map(kind::cast);
  }
}
