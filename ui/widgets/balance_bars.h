#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace rbm {

/// Shares of classes, 0 to 1, of three kinds side by side: a filled gray bar, an accented one and
/// a hollow one, with a key above. A tool tip tells a class's numbers, under the mouse or, with the
/// left and right arrow keys, from class to class.
class BalanceBars : public QWidget {
    Q_OBJECT
public:
    struct Series {
        QString name;
        std::vector<double> shares; ///< by class; shorter than the classes where it has no such
        bool operator==(const Series &) const = default;
    };

    explicit BalanceBars(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// What the classes are called, and at most three series.
    void setBars(const QStringList &classes, const std::vector<Series> &series);

    const std::vector<Series> &series() const { return m_series; }
    int classAt(const QPoint &position) const; ///< -1: none
    QString classText(int index) const;

    QSize sizeHint() const override { return {280, 150}; }
    QSize minimumSizeHint() const override { return {220, 96}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plotArea() const;
    double groupWidth() const;
    double highest() const;
    void setBar(QPainter &painter, std::size_t series) const;
    void paintKey(QPainter &painter) const;
    void paintGrid(QPainter &painter) const;
    void paintGroup(QPainter &painter, int index) const;

    Theme m_theme;
    QStringList m_classes;
    std::vector<Series> m_series;
    int m_told = -1;
};

} // namespace rbm
