#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace rbm {

/// One row of ClassStrips.
struct ClassStrip {
    QString name;
    QString summary;          ///< a number at the right, "4 changes"
    std::vector<int> classes; ///< by look; negative where unsure
    bool isAccented = false;

    bool operator==(const ClassStrip &) const = default;
};

/// The classes that chains were in, look by look, one row above the other on the same axis of
/// steps: height and figure tell the class, a gap is an unsure look. Under the mouse, or from look
/// to look with the left and right arrow keys, a tool tip tells one.
class ClassStrips : public QWidget {
    Q_OBJECT
public:
    explicit ClassStrips(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `classes` levels; looks every `lookEvery` steps up to `steps`.
    void setAxes(int classes, int lookEvery, int steps);
    void setStrips(const std::vector<ClassStrip> &strips);

    const std::vector<ClassStrip> &strips() const { return m_strips; }
    int lookAt(const QPoint &position) const; ///< -1: none
    QString lookText(int look) const;

    QSize sizeHint() const override { return {500, 170}; }
    QSize minimumSizeHint() const override { return {320, 128}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF stripArea(std::size_t strip) const;
    double lookX(double look) const;
    int newest() const;
    void tell(int look, const QPoint &where);
    void paintStrip(QPainter &painter, std::size_t strip) const;
    void paintLevels(QPainter &painter, const QRectF &area) const;
    void paintRuns(QPainter &painter, const ClassStrip &strip, const QRectF &area) const;
    void paintAxis(QPainter &painter) const;

    Theme m_theme;
    int m_classes = 10;
    int m_lookEvery = 10;
    int m_steps = 3000;
    std::vector<ClassStrip> m_strips;
    int m_told = -1;
};

} // namespace rbm
