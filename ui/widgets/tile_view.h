#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/held_marks.h"

#include <QImage>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

class QPainter;

namespace rbm {

/// Many small pictures of one size as a grid: filters, samples, digits. They are
/// drawn from one picture, the atlas, that is filled through a colour table when
/// values arrive. Mouse and arrow keys select a tile. Tiles are numbered by their
/// place, row by row.
class TileView : public QWidget {
    Q_OBJECT
public:
    explicit TileView(QWidget *parent = nullptr);

    void setTileShape(int width, int height);
    /// 0: as many as make the tiles largest.
    void setColumns(int columns);
    void setColours(const ColourTable &table);
    void setBackground(const QColor &colour);
    void setAccent(const QColor &colour);
    void setEmptyText(const QString &text);
    /// What a tile is called where it cannot be seen, by its place; asked for when needed.
    void setTileNames(std::function<QString(int place)> names);
    /// The values' tile by place; a permutation, or empty: as they come.
    void setOrder(std::vector<std::uint32_t> order);
    /// These tiles are crossed out.
    void setCrossedOut(std::vector<int> tiles);

    /// These pixels are hatched: 1 where held, [height * width] for every tile or
    /// [count, height * width] by place; null: none.
    void setHeld(std::shared_ptr<const std::vector<std::uint8_t>> held);

    /// Values [count, height * width]; weights on the scale -scale to +scale.
    void setWeights(std::shared_ptr<const std::vector<float>> tiles, int count, float scale);
    void setProbabilities(std::shared_ptr<const std::vector<float>> tiles, int count);
    void setBytes(std::shared_ptr<const std::vector<std::uint8_t>> tiles, int count);
    void clear();

    int count() const { return m_count; }
    int selected() const { return m_selected; }
    void setSelected(int tile);               ///< -1: none
    int valueAt(int place) const;             ///< which of the values; -1: none
    int tileAt(const QPoint &position) const; ///< -1: none
    QRect tileRect(int tile) const;
    QString tileName(int tile) const;
    bool isHeld(int tile) const; ///< any of its pixels
    bool isCrossedOut(int tile) const;
    /// The tiles at their own size, without gaps, `columns()` to a row.
    const QImage &atlas() const { return m_atlas; }
    int columns() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void tileClicked(int tile);
    void selectionChanged(int tile);
    /// The mouse came to this tile.
    void tileHovered(int tile);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Kind { Nothing, Weights, Probabilities, Bytes };

    void setContent(Kind kind, int count);
    void arrange();
    void fillAtlas();
    void updateFrame();
    void paintCross(QPainter &painter, const QRect &tile) const;
    template <typename EntryOf>
    void fillTiles(const EntryOf &entryOf);
    double tileScale() const;
    QSize tileSize() const;
    double scaleFor(int columns) const;
    int rows() const;
    int fittingColumns() const;

    int m_width = 28;
    int m_height = 28;
    int m_fixedColumns = 0;
    int m_columns = 1;
    int m_count = 0;
    int m_selected = -1;
    int m_hovered = -1;
    bool m_reachedByKey = false; ///< it has the focus since Tab came to it
    float m_scale = 1;
    Kind m_kind = Kind::Nothing;
    std::shared_ptr<const std::vector<float>> m_values;
    std::shared_ptr<const std::vector<std::uint8_t>> m_bytes;
    std::vector<std::uint32_t> m_order;
    std::vector<int> m_crossedOut;
    HeldMarks m_held;
    ColourTable m_table{};
    QColor m_background;
    QColor m_accent;
    QString m_emptyText;
    std::function<QString(int)> m_names;
    QImage m_atlas;
};

} // namespace rbm
