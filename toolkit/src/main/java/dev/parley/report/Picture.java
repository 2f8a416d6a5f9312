package dev.parley.report;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.SwingWrapper;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How a chart of XChart becomes a file or a window. */
final class Picture {

  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Of a pixel. */
  private static final int DECIMALS = 2;

  /** Without the document type that Batik writes: readers would look for it elsewhere. */
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Picture() {}

  static byte[] png(XYChart chart) {
    try {
      return ChartEncoder.getBytes(chart, "png");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a chart in memory", e);
    }
  }

  static byte[] png(XYChart chart, int scale) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    BufferedImage image =
        new BufferedImage(scale * width, scale * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    chart.paint(graphics, width, height);
    graphics.dispose();
    return encoded(image);
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a chart in memory", e);
    }
    return bytes.toByteArray();
  }

  static byte[] svg(XYChart chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setPrecision(DECIMALS);
    SVGGraphics2D graphics = new SVGGraphics2D(context, true);
    graphics.setSVGCanvasSize(new Dimension(width, height));
    chart.paint(graphics, width, height);
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a chart in memory", e);
    }
    String plain = text.toString().replace("\r\n", "\n");
    return (HEAD + plain.substring(plain.indexOf("<svg"))).getBytes(StandardCharsets.UTF_8);
  }

  private static Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser cannot be set up", e);
    }
  }

  /** An image as a PNG within the text of an SVG or a page. */
  static String dataUri(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode an image in memory", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static String show(XYChart chart) {
    if (!GraphicsEnvironment.isHeadless()) {
      new SwingWrapper<>(chart).displayChart();
      return "shown in a window";
    }
    try {
      Path file = Files.createTempFile("parley-", ".png");
      Files.write(file, png(chart));
      return "no display: written to " + file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a temporary file", e);
    }
  }

  static String prompt(String title) {
    return "chart \"" + title + "\": show() shows it";
  }
}
