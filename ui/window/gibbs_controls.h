#pragma once

#include "engine/data/dataset.h"
#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/window/digit_choice.h"

#include <QWidget>

#include <array>
#include <memory>

class QFrame;
class QPushButton;
class QVBoxLayout;

namespace rbm {

class ChainEdits;
class DigitBrowser;
class DrawPanel;
class MixingControls;
class Panel;
class SegmentedControl;

/// The left side of the Gibbs explorer: choose start images, edit them, run the chain.
class GibbsControls : public QWidget {
    Q_OBJECT
public:
    explicit GibbsControls(ChainEdits &edits, QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setData(std::shared_ptr<const Dataset> images);
    void showChains(const ChainView &chains);

    std::array<bool, 10> classes() const;
    DigitOrder order() const;
    bool isNoise() const; ///< the chains start at noise instead of digits
    DrawPanel *draw() const { return m_draw; }
    MixingControls *mixing() const { return m_mixing; }
    /// What runs the comparison of mixing, in place of what edits and runs the watched chains.
    void showMixing(bool shown);

signals:
    void pickWanted();
    void digitPicked(quint32 row);
    void playWanted(bool on);
    void stepWanted();
    void restartWanted();
    void speedChanged(double stepsPerSecond);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addChoice(QVBoxLayout *layout);
    void makeBrowser();
    void openBrowser();
    void addRun(QVBoxLayout *layout);
    void classesChanged();

    std::array<QPushButton *, 10> m_digits{};
    SegmentedControl *m_order;
    QPushButton *m_pick;
    QPushButton *m_browse;
    QFrame *m_popup;
    DigitBrowser *m_browser;
    DrawPanel *m_draw;
    MixingControls *m_mixing;
    Panel *m_run;
    SegmentedControl *m_speed;
    QPushButton *m_play;
    QPushButton *m_step;
    QPushButton *m_restart;
    std::shared_ptr<const Dataset> m_data;
    Theme m_theme{};
    bool m_running = false;
};

} // namespace rbm
