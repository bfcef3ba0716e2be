#pragma once

#include "ui/theme/theme.h"

#include <QImage>
#include <QRect>
#include <QSize>
#include <QWidget>

#include <vector>

namespace rbm {

/// One picture of values, as large as fits, in the middle; its pixels stay squares.
class PictureView : public QWidget {
    Q_OBJECT
public:
    explicit PictureView(QWidget *parent = nullptr);

    void setColours(const ColourTable &table);
    void setBorder(const QColor &colour);
    /// Values by rows, [height * width], of which `low` gets the first colour of the table and
    /// `high` the last; those beyond are cut. Where there are fewer, the rest stays empty.
    void setValues(std::vector<float> values, const QSize &shape, float low, float high);
    const std::vector<float> &values() const { return m_values; }
    /// These pixels of the picture are framed; empty: none.
    void setMarked(const QRect &pixels, const QColor &colour);
    /// A frame of this colour around the picture; invalid: none but the border.
    void setFrame(const QColor &colour);
    /// It takes the focus, and mouse, Enter and Space emit clicked().
    void setClickable(bool clickable);
    /// The picture fills all the room, its pixels may be oblong and are smoothed where small.
    void setStretched(bool stretched);

    QSize sizeHint() const override { return {140, 140}; }
    QSize minimumSizeHint() const override { return {56, 40}; }

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    QRect place() const;

    std::vector<float> m_values;
    QSize m_shape;
    float m_low = 0;
    float m_high = 1;
    bool m_stretched = false;
    bool m_clickable = false;
    QRect m_marked;
    QColor m_mark;
    QColor m_frame;
    ColourTable m_table{};
    QColor m_border;
    QImage m_image;
};

} // namespace rbm
