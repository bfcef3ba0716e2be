#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/brush.h"

#include <QPointF>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace rbm {

/// What a stroke on the canvas does.
enum class DrawTool {
    Draw,
    Erase,
    Clamp, ///< holds pixels; a stroke that begins on a held one frees them instead
};

/// One digit, shown large, to draw on and to mark the pixels that are held. By mouse, or
/// by keyboard: the arrows move a cursor, Space paints there, both together draw a line.
/// A stroke counts when the button or Space is let go; Escape takes it back.
class DrawCanvas : public QWidget {
    Q_OBJECT
public:
    using Pixels = std::vector<std::uint8_t>;

    explicit DrawCanvas(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// The size of the digit in pixels. Clears it.
    void setShape(int width, int height);
    /// [height * width] grays, and as many other than 0 where a pixel is held (empty: none
    /// is). Something else than what is shown ends a stroke that is under way.
    void setContent(const Pixels &image, const Pixels &held);
    /// Nothing to draw on.
    void clear();
    const Pixels &image() const { return m_image; }
    const Pixels &held() const { return m_held; } ///< as large as the image

    void setTool(DrawTool tool);
    DrawTool tool() const { return m_tool; }
    void setBrush(const Brush &brush);

    QPoint cursorPixel() const { return m_cursor; }
    /// Where a pixel is shown.
    QRect pixelRect(const QPoint &pixel) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A stroke of the tool has changed image() or held().
    void strokeFinished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// The canvas before a stroke, and how far it has come.
    struct Stroke {
        Pixels image;
        Pixels held;
        QPointF last; ///< in pixels of the digit
        bool holds = true;
        bool byKey = false;
    };

    bool isEmpty() const { return m_image.empty(); }
    void beginStroke(const QPointF &at, bool byKey);
    void strokeTo(const QPointF &at);
    void endStroke();
    void cancelStroke();
    void paintPixel(std::size_t at, double coverage);
    void moveCursor(const QPoint &by);
    void tellCursor();
    int cell() const;
    QRect area() const;
    QPointF toPixels(const QPointF &position) const;
    void paintDigit(QPainter &painter) const;
    void paintRules(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintBadge(QPainter &painter) const;
    void paintBrush(QPainter &painter) const;

    Theme m_theme{};
    ColourTable m_table{};
    QSize m_size{28, 28};
    Pixels m_image;
    Pixels m_held;
    DrawTool m_tool = DrawTool::Draw;
    Brush m_brush;
    QPoint m_cursor{14, 14};
    bool m_showsCursor = false; ///< the keyboard is in use
    std::optional<QPointF> m_hover;
    std::optional<Stroke> m_stroke;
};

} // namespace rbm
