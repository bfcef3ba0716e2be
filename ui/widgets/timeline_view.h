#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/held_marks.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace rbm {

/// The steps of one chain on a stretched axis: the marks, a few chosen steps, are
/// equally far apart. Above each mark stands a picture, below the axis a curve. A
/// handle is dragged, or moved by keys, to any step that was made; without that it
/// follows the newest.
class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// Ascending, the first is 0: the start; at least two.
    void setMarks(std::vector<int> marks);
    void setTheme(const Theme &theme);
    void setTileShape(int width, int height);
    void setCurveTitle(const QString &title);

    /// The newest step.
    void setLive(int step);
    /// Probabilities at the first marks, [n, height * width].
    void setPictures(std::shared_ptr<const std::vector<float>> pictures);
    /// The chain's pixels that are held, [height * width], 0 where one is not; null: none is.
    void setHeld(HeldMarks::Mask held);
    void setCurve(std::vector<int> steps, std::vector<float> values);
    /// Back to the newest step; emits scrubbed(-1) where it was not there.
    void follow();
    /// The chain begins anew: forgets all.
    void reset();

    int live() const { return m_live; }
    bool isFollowing() const { return !m_step; }
    int step() const { return m_step.value_or(m_live); } ///< where the handle is
    double xOf(int step) const;                          ///< in pixels
    int stepAt(double x) const;                          ///< the step made that is nearest
    QRect pictureRect(int mark) const;
    QRectF handleRect() const;

    QSize sizeHint() const override { return {800, 220}; }
    QSize minimumSizeHint() const override { return {420, 90}; }

signals:
    /// A person wants to see this step; -1: always the newest.
    void scrubbed(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void scrub(int step);
    int nextMark(int from, int direction) const;
    void fillPictures();
    int pictureSide() const;
    int labelTop() const;
    int trackY() const;
    QRect curveRect() const;
    void paintPictures(QPainter &painter) const;
    void paintHeld(QPainter &painter);
    void paintTrack(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintRange(QPainter &painter, double low, double high) const;
    int count() const { return static_cast<int>(m_marks.size()); }

    std::vector<int> m_marks{0, 1};
    Theme m_theme;
    ColourTable m_startColours{};
    ColourTable m_colours{};
    int m_width = 28;
    int m_height = 28;
    QString m_title;
    int m_live = 0;
    std::optional<int> m_step; ///< none: follows the newest
    bool m_dragging = false;
    std::shared_ptr<const std::vector<float>> m_pictures;
    std::vector<QImage> m_images;
    HeldMarks m_startHeld; ///< on the start's colours; the same mask as below
    HeldMarks m_held;      ///< on the others'
    std::vector<int> m_steps;
    std::vector<float> m_values;
};

} // namespace rbm
