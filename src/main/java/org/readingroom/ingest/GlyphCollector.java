package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Collects the characters that a PDF page draws, with where and how each is drawn. */
final class GlyphCollector extends PDFStreamEngine {

  /** The longest text that the file itself gives for a few glyphs; a longer one is a description. */
  private static final int LONGEST_SAID = 10;
  /** A soft hyphen wider than this, in font sizes, is drawn. */
  private static final float HYPHEN = 0.1f;
  private static final String UNKNOWN = "\ufffd";

  private final @Nullable PDOptionalContentProperties layers;
  private final Map<PDFont, Boolean> bold = new WeakHashMap<>();
  private final Deque<COSBase> marks = new ArrayDeque<>();
  private List<Glyph> glyphs = new ArrayList<>();
  private PageGeometry geometry = PageGeometry.NONE;
  private boolean afterSpace;
  private int hiddenMarks;
  private int furnitureMarks;
  /** What the file says that the glyphs since one read as; empty where it says nothing. */
  private String said = "";
  private int saidFrom;
  private int saidMarks;
  private double imageShare;
  private Ink ink = new Ink();

  GlyphCollector(PDDocument document) {
    layers = document.getDocumentCatalog().getOCProperties();
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    addOperator(new BeginText(this));
    addOperator(new Concatenate(this));
    addOperator(new EndText(this));
    addOperator(new SetGraphicsStateParameters(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new NextLine(this));
    addOperator(new SetCharSpacing(this));
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new SetTextLeading(this));
    addOperator(new SetMatrix(this));
    addOperator(new SetTextRenderingMode(this));
    addOperator(new SetTextRise(this));
    addOperator(new SetWordSpacing(this));
    addOperator(new SetTextHorizontalScaling(this));
    addOperator(new ShowTextLine(this));
    addOperator(new ShowTextLineAndSpace(this));
    addOperator(new BeginMarkedContentSequence(this));
    addOperator(new BeginMarkedContentSequenceWithProperties(this));
    addOperator(new EndMarkedContentSequence(this));
    addOperator(new DrawObject(this));
  }

  /** Returns a page's characters in the order in which they are drawn; what was read where it is broken midway. */
  List<Glyph> collect(PDPage page, PageGeometry pageGeometry) {
    glyphs = new ArrayList<>();
    geometry = pageGeometry;
    afterSpace = false;
    hiddenMarks = 0;
    furnitureMarks = 0;
    said = "";
    imageShare = 0;
    ink = new Ink();
    marks.clear();
    try {
      processPage(page);
      annotations(page);
    } catch (IOException | RuntimeException e) {
      // What comes after cannot be read; what came before is good.
    }
    return glyphs;
  }

  /** Reads what was filled in or typed onto the page; what readers remarked on it is no part of it. */
  private void annotations(PDPage page) throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      boolean typed = "FreeTextTypeWriter"
          .equalsIgnoreCase(annotation.getCOSObject().getNameAsString(COSName.IT));
      if ((annotation instanceof PDAnnotationWidget || typed) && !annotation.isHidden()
          && !annotation.isNoView()) {
        afterSpace = true;
        showAnnotation(annotation);
      }
    }
  }

  /** Returns how much of the last page its pictures cover, from 0 to 1. */
  double imageShare() {
    return imageShare;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    String name = operator.getName();
    ink.instruction(name);
    if (name.equals(OperatorName.DRAW_OBJECT) && !operands.isEmpty()
        && operands.getFirst() instanceof COSName image
        && getResources() != null && getResources().isImageXObject(image)
        || name.equals(OperatorName.BEGIN_INLINE_IMAGE)) {
      Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
      double area = Math.abs((double) matrix.getScaleX() * matrix.getScaleY()
          - (double) matrix.getShearX() * matrix.getShearY());
      imageShare = Math.min(1, imageShare + area / geometry.area());
      return;
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
    // One broken instruction costs what it draws.
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    super.beginMarkedContentSequence(tag, properties);
    boolean hides = tag != null && tag.getName().equals("OC") && properties != null && isOff(properties);
    boolean furniture = tag != null && tag.getName().equals("Artifact") && properties != null
        && "Pagination".equals(properties.getNameAsString(COSName.TYPE));
    marks.push(hides ? COSName.OFF : furniture ? COSName.ARTIFACT : COSName.ON);
    hiddenMarks += hides ? 1 : 0;
    furnitureMarks += furniture ? 1 : 0;
    if (said.isEmpty() && tag != null && tag.getName().equals("Span") && properties != null) {
      say(properties.getString(COSName.ACTUAL_TEXT, ""));
    }
  }

  /** Takes what the file says that the glyphs to come read as. */
  private void say(String text) {
    if (isBlank(text)) {
      afterSpace |= hasSpace(text);
    } else if (text.length() <= LONGEST_SAID) {
      said = GlyphText.normalised(text);
      saidFrom = glyphs.size();
      saidMarks = marks.size();
    }
  }

  @Override
  public void endMarkedContentSequence() {
    super.endMarkedContentSequence();
    if (!said.isEmpty() && marks.size() == saidMarks) {
      GlyphText.say(said, glyphs.subList(saidFrom, glyphs.size()));
      said = "";
    }
    if (!marks.isEmpty()) {
      COSBase mark = marks.pop();
      hiddenMarks -= mark == COSName.OFF ? 1 : 0;
      furnitureMarks -= mark == COSName.ARTIFACT ? 1 : 0;
    }
  }

  private boolean isOff(COSDictionary group) {
    String name = group.getString(COSName.NAME);
    return layers != null && name != null && layers.hasGroup(name) && !layers.isGroupEnabled(name);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
    String text = GlyphText.of(font, code);
    if ("\u00ad".equals(text) && displacement.getX() > HYPHEN) {
      add("-", matrix, font, displacement);
    } else if (text != null && !isBlank(text)) {
      add(text, matrix, font, displacement);
    } else if (!said.isEmpty() && !" ".equals(text)) {
      add(UNKNOWN, matrix, font, displacement);
    } else if (text != null) {
      afterSpace |= hasSpace(text);
    }
  }

  private static boolean isBlank(String text) {
    return text.chars().allMatch(
        character -> WhiteSpace.isSpace((char) character) || WhiteSpace.isNothing((char) character));
  }

  private static boolean hasSpace(String text) {
    return text.chars().anyMatch(character -> WhiteSpace.isSpace((char) character));
  }

  private void add(String text, Matrix matrix, PDFont font, Vector displacement) {
    double x = geometry.x(matrix.getTranslateX(), matrix.getTranslateY());
    double y = geometry.y(matrix.getTranslateX(), matrix.getTranslateY());
    double ahead = displacement.getX();
    double dx = geometry.dx(matrix.getScaleX(), matrix.getShearY());
    double dy = geometry.dy(matrix.getScaleX(), matrix.getShearY());
    double stretch = Math.hypot(dx, dy);
    double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
    if (stretch == 0 || size == 0 || Double.isNaN(x + y + size) || glyphs.size() > 400_000) {
      return;
    }
    double width = ahead * stretch;
    if (font instanceof PDType3Font && width > 2.5 * size) {
      size = 1.8 * width;
    }
    boolean hidden = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER
        || hiddenMarks > 0
        || size < 1
        || ink.hides(getGraphicsState().getNonStrokingColor());
    if (!geometry.holds(x + ahead * dx / 2, y + ahead * dy / 2)) {
      return;
    }
    GlyphStyle style = new GlyphStyle(isBold(font), hidden, furnitureMarks > 0);
    int degrees = Math.floorMod((int) Math.round(Math.toDegrees(Math.atan2(dy, dx))), 360);
    if (font.isVertical()) {
      Frame frame = new Frame(Math.floorMod(degrees + 90, 360), true);
      double across = frame.v(x + dx / stretch * size / 2, y + dy / stretch * size / 2);
      double from = frame.u(x, y);
      glyphs.add(new Glyph(text, frame, (float) from, (float) (from + size), (float) across, (float) size,
          style, afterSpace, glyphs.size()));
    } else {
      Frame frame = new Frame(degrees, false);
      float from = frame.u(x, y);
      glyphs.add(new Glyph(text, frame, from, (float) (from + Math.abs(width)), frame.v(x, y), (float) size,
          style, afterSpace, glyphs.size()));
    }
    afterSpace = false;
  }

  private boolean isBold(PDFont font) {
    return getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE
        || bold.computeIfAbsent(font, GlyphCollector::looksBold);
  }

  private static boolean looksBold(PDFont font) {
    String name = String.valueOf(font.getName()).toLowerCase(java.util.Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return name.matches(".*(bold|black|heavy|demi|cmbx|cmssbx|[a-z]-b$|-b,).*")
        || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
  }
}
