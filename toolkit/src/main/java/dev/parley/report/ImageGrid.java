package dev.parley.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * Grey images in rows and columns, each with a caption: 0 is black, 1 is white. A pixel is a square
 * of whole pixels, without smoothing; images of one row, such as signals, are drawn as strips of at
 * least 14 pixels in height. A grid without images says so.
 */
public final class ImageGrid extends Drawing {

  private static final int SIDE = 56;
  private static final int LOWEST = 14;
  private static final int GAP = 8;
  private static final int LEAST_WIDTH = 420;
  private static final int LEAST_HEIGHT = 120;

  /** A title widens the picture up to this. */
  private static final int WIDEST_FOR_TITLE = 800;

  private static final int LINE = 15;
  private static final Font FONT = Style.FONT.deriveFont(10f);
  private static final Font HEAD = Style.FONT.deriveFont(11f);
  private static final Font TITLE = Style.FONT.deriveFont(Font.BOLD, 14f);
  private static final Color FRAME = new Color(0xD0D0D0);

  private final int width;
  private final int height;
  private final List<String> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Canvas canvas = new Canvas();

  private record Row(String head, List<Optional<BufferedImage>> images, List<String> captions) {}

  /**
   * A grid without images.
   *
   * @param width pixels of each image across, 1 or more
   * @param height pixels of each image down, 1 or more
   */
  public ImageGrid(String title, int width, int height) {
    super(title);
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "size of the images: got " + width + " x " + height + ", allowed: 1 x 1 or more");
    }
    this.width = width;
    this.height = height;
    canvas.fit();
  }

  /** What stands above the columns; there may be more or fewer than images in a row. */
  public ImageGrid columns(List<String> heads) {
    columns.clear();
    columns.addAll(heads);
    canvas.fit();
    return this;
  }

  /**
   * One more row.
   *
   * @param head what stands left of it; may be empty
   * @param images each {@code [height * width]}, row-major; an empty array leaves its place blank;
   *     beyond 0 to 1 is drawn as the nearer of the two
   * @param captions one an image, or none at all
   * @throws IllegalArgumentException if an image has another number of pixels, or captions are
   *     missing
   */
  public ImageGrid row(String head, List<float[]> images, List<String> captions) {
    if (!captions.isEmpty() && captions.size() != images.size()) {
      throw new IllegalArgumentException(
          "captions: got " + captions.size() + ", allowed: none, or " + images.size());
    }
    List<Optional<BufferedImage>> drawn = new ArrayList<>();
    for (float[] image : images) {
      if (image.length != 0 && image.length != width * height) {
        throw new IllegalArgumentException(
            "image: got " + image.length + " pixels, allowed: " + width * height);
      }
      drawn.add(drawn(image));
    }
    List<String> texts = captions.isEmpty() ? Collections.nCopies(images.size(), "") : captions;
    rows.add(new Row(head, List.copyOf(drawn), List.copyOf(texts)));
    canvas.fit();
    return this;
  }

  /** The image in its final size. */
  private Optional<BufferedImage> drawn(float[] image) {
    if (image.length == 0) {
      return Optional.empty();
    }
    BufferedImage drawn =
        new BufferedImage(imageWidth(), imageHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < imageHeight(); y++) {
      for (int x = 0; x < imageWidth(); x++) {
        float value = image[y * height / imageHeight() * width + x * width / imageWidth()];
        int grey = Math.round(255 * Math.max(0, Math.min(1, value)));
        drawn.setRGB(x, y, 0x010101 * grey);
      }
    }
    return Optional.of(drawn);
  }

  private int imageWidth() {
    return width * Math.max(1, SIDE / width);
  }

  private int imageHeight() {
    int scale = Math.max(1, SIDE / width);
    return height * Math.max(scale, (LOWEST + height - 1) / height);
  }

  private boolean empty() {
    return rows.stream().allMatch(row -> row.images.isEmpty());
  }

  private int columnWidth() {
    double texts = Lettering.widest(columns, HEAD);
    for (Row row : rows) {
      texts = Math.max(texts, Lettering.widest(row.captions, FONT));
    }
    return Math.max(imageWidth(), (int) Math.ceil(texts)) + GAP;
  }

  private int rowHeight(Row row) {
    boolean captions = row.captions.stream().anyMatch(text -> !text.isEmpty());
    return imageHeight() + (captions ? LINE : 0) + GAP;
  }

  private int top() {
    return 3 * GAP + LINE + (columns.isEmpty() ? 0 : LINE);
  }

  private int left() {
    double heads = Lettering.widest(rows.stream().map(Row::head).toList(), HEAD);
    return 2 * GAP + (heads > 0 ? (int) Math.ceil(heads) + GAP : 0);
  }

  private int columnCount() {
    return rows.stream().mapToInt(row -> row.images.size()).max().orElse(0);
  }

  private void paint(Graphics2D g) {
    int full = canvas.getWidth();
    g.setColor(Style.INK);
    String head = Lettering.fit(title(), TITLE, full - 4.0 * GAP);
    Lettering.draw(g, head, TITLE, full / 2.0, GAP + LINE / 2.0 + 2, 0.5);
    if (empty()) {
      g.setColor(Style.LEVEL);
      Lettering.draw(g, "no images", HEAD, full / 2.0, canvas.getHeight() / 2.0 + GAP, 0.5);
      return;
    }
    int column = columnWidth();
    for (int j = 0; j < Math.min(columns.size(), columnCount()); j++) {
      double x = left() + (j + 0.5) * column;
      Lettering.draw(g, columns.get(j), HEAD, x, top() - GAP - 1.0, 0.5);
    }
    int y = top();
    for (Row row : rows) {
      paint(g, row, y, column);
      y += rowHeight(row);
    }
  }

  private void paint(Graphics2D g, Row row, int y, int column) {
    g.setColor(Style.INK);
    Lettering.draw(g, row.head, HEAD, left() - GAP, y + imageHeight() / 2.0, 1);
    for (int j = 0; j < row.images.size(); j++) {
      if (row.images.get(j).isPresent()) {
        int x = across(j, column);
        // Batik asks for a library to embed an image; svg() does that itself.
        if (!(g instanceof SVGGraphics2D)) {
          g.drawImage(row.images.get(j).get(), x, y, null);
        }
        g.setColor(FRAME);
        g.drawRect(x - 1, y - 1, imageWidth() + 1, imageHeight() + 1);
      }
      g.setColor(Style.INK);
      double middle = left() + (j + 0.5) * column;
      double below = y + imageHeight() + LINE / 2.0 + 1;
      Lettering.draw(g, row.captions.get(j), FONT, middle, below, 0.5);
    }
  }

  private int across(int place, int column) {
    return left() + place * column + (column - imageWidth()) / 2;
  }

  @Override
  XYChart canvas() {
    return canvas;
  }

  @Override
  public byte[] svg() {
    String frame = new String(super.svg(), StandardCharsets.UTF_8);
    int end = frame.lastIndexOf("</svg");
    return (frame.substring(0, end) + embedded() + frame.substring(end))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The images as parts of an SVG, each in itself a PNG. */
  private String embedded() {
    StringBuilder parts = new StringBuilder();
    int column = columnWidth();
    int y = top();
    for (Row row : rows) {
      for (int j = 0; j < row.images.size(); j++) {
        if (row.images.get(j).isPresent()) {
          parts
              .append("<image x=\"" + across(j, column) + "\" y=\"" + y)
              .append("\" width=\"" + imageWidth() + "\" height=\"" + imageHeight())
              .append("\" style=\"image-rendering:pixelated\" xlink:href=\"")
              .append(Picture.dataUri(row.images.get(j).get()))
              .append("\"/>\n");
        }
      }
      y += rowHeight(row);
    }
    return parts.toString();
  }

  /** What XChart encodes and shows; nothing of it is drawn by XChart. */
  private final class Canvas extends XYChart {

    private int ownWidth = LEAST_WIDTH;
    private int ownHeight = LEAST_HEIGHT;

    Canvas() {
      super(new XYChartBuilder().width(LEAST_WIDTH).height(LEAST_HEIGHT));
    }

    void fit() {
      int down = rows.stream().mapToInt(ImageGrid.this::rowHeight).sum();
      int title = (int) Math.ceil(Lettering.width(title(), TITLE)) + 4 * GAP + 1;
      int images = left() + columnCount() * columnWidth() + GAP;
      ownWidth = Math.max(LEAST_WIDTH, Math.max(images, Math.min(WIDEST_FOR_TITLE, title)));
      ownHeight = Math.max(LEAST_HEIGHT, top() + down + GAP);
      setWidth(ownWidth);
      setHeight(ownHeight);
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      setWidth(ownWidth);
      setHeight(ownHeight);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, width, height);
      ImageGrid.this.paint(g);
    }
  }
}
