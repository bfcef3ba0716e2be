#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QWidget>

#include <vector>

class QLabel;

namespace rbm {

class PictureView;

/// Some chains side by side, the visible states of each above its hidden ones. A click on
/// the visible states chooses a chain.
class ChainPictures : public QWidget {
    Q_OBJECT
public:
    static constexpr int kChains = 8; ///< there is room for

    explicit ChainPictures(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    /// Values from 0 to 1, [count, height * width]; chains beyond kChains are left out.
    void showVisible(const std::vector<float> &states, const QSize &shape, int count);
    /// [count, units]; where the shape has more room, it stays empty.
    void showHidden(const std::vector<float> &states, const QSize &shape, int count);
    /// Rich text above either row.
    void setTitles(const QString &visible, const QString &hidden);
    int selected() const { return m_selected; }

    /// The height at which the pictures of chains are squares.
    int heightFor(int width) const;

signals:
    void selectionChanged(int chain);

private:
    void select(int chain);
    void showFrames();

    QLabel *m_visibleTitle;
    QLabel *m_hiddenTitle;
    std::vector<PictureView *> m_visible;
    std::vector<PictureView *> m_hidden;
    QColor m_accent;
    int m_selected = 0;
};

} // namespace rbm
