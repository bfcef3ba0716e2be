#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace rbm {

/// The ladder of parallel tempering for one chain: a rung for each inverse temperature from 1, at
/// the top, to 0. Between two rungs stands how often they swap, and to their right the way that
/// the walkers took over the last steps, to where they are now with the state that is there. One
/// walker is followed in colour; a click on a rung, or Enter, follows the one that is there. The
/// arrow keys go from rung to rung and tell each.
class LadderView : public QWidget {
    Q_OBJECT
public:
    /// Walkers by rung after one step.
    using Row = std::vector<std::uint8_t>;

    explicit LadderView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTileShape(int width, int height) { m_tileShape = {width, height}; }
    void setEmptyText(const QString &text);
    /// R inverse temperatures, and R - 1 swap rates, 0 to 1, between neighbours.
    void setRungs(const std::vector<float> &betas, const std::vector<double> &swapRates);
    /// The last steps, the newest last; at most `length` are shown.
    void setPath(std::vector<Row> rows, int length);
    /// The state at each rung, [R, height * width] bytes.
    void setTiles(std::vector<std::uint8_t> tiles);
    void clear();

    int count() const { return static_cast<int>(m_betas.size()); }
    int followed() const { return m_followed; } ///< a walker, from 0
    int rungOf(int walker) const;               ///< where it is now; -1: nowhere
    int rungAt(const QPoint &position) const;   ///< -1: none
    QRect rungRect(int rung) const;             ///< over the whole width
    QString rungText(int rung) const;

    QSize sizeHint() const override { return {420, 300}; }
    QSize minimumSizeHint() const override { return {300, 130}; }

signals:
    void walkerFollowed(int walker);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double pitch() const;
    double rungY(int rung) const;
    int tileSize() const;
    QRectF pathArea() const;
    bool hasLabel(int rung) const;
    void follow(int rung);
    void tell(int rung);
    void paintHeader(QPainter &painter) const;
    void paintRungs(QPainter &painter) const;
    void paintSwaps(QPainter &painter) const;
    void paintPath(QPainter &painter, int walker) const;
    void paintWalkers(QPainter &painter) const;
    void paintTiles(QPainter &painter) const;

    Theme m_theme;
    QSize m_tileShape{28, 28};
    QString m_emptyText;
    std::vector<float> m_betas;
    std::vector<double> m_swapRates;
    std::vector<Row> m_rows;
    int m_length = 1;
    std::vector<std::uint8_t> m_tiles;
    int m_followed = 0;
    int m_told = 0; ///< rung that the keys are at
};

} // namespace rbm
